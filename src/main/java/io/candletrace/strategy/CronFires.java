package io.candletrace.strategy;

import com.cronutils.model.Cron;
import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.field.CronField;
import com.cronutils.model.field.CronFieldName;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * The fires of a cron expression in a zone. The library is only asked about clocks that never change; what a change of the
 * clocks means is decided here:
 *
 * <ul>
 *   <li>a cron that names its times of day fires at the first instant after the gap for all times that the gap swallows,
 *       once, and at the first of two equal times;
 *   <li>a cron that repeats - every hour, or with a star or a step in its minutes or seconds - goes by the time that passes:
 *       nothing for the hour that is not there, and both hours that are called the same.
 * </ul>
 */
final class CronFires implements Fires {
    private static final int UNIX_FIELDS = 5;
    private static final List<String> EVERY_HOUR = List.of("*", "*/1", "0/1");

    private final ExecutionTime times;
    private final boolean repeats;
    private final ZoneId zone;

    private CronFires(Cron cron, ZoneId zone) {
        this.times = ExecutionTime.forCron(cron);
        this.repeats = EVERY_HOUR.contains(field(cron, CronFieldName.HOUR))
                || steps(field(cron, CronFieldName.MINUTE))
                || steps(field(cron, CronFieldName.SECOND));
        this.zone = zone;
    }

    /** Reads Quartz syntax, or Unix' when there are five fields. Throws {@code IllegalArgumentException} when it is neither. */
    static CronFires parse(String text, ZoneId zone) {
        var type = text.split("\\s+").length == UNIX_FIELDS ? CronType.UNIX : CronType.QUARTZ;
        var cron = new CronParser(CronDefinitionBuilder.instanceDefinitionFor(type)).parse(text);
        return new CronFires(cron.validate(), zone);
    }

    @Override
    public Optional<Instant> after(Instant instant) {
        return repeats ? byElapsedTime(instant) : byTheClock(instant);
    }

    /** From one change of the clocks to the next, each with the offset that holds. */
    private Optional<Instant> byElapsedTime(Instant instant) {
        var rules = zone.getRules();
        var offset = rules.getOffset(instant);
        var from = instant;
        var change = rules.nextTransition(instant);
        var fire = next(from, offset);
        while (change != null && fire.isPresent() && !fire.get().isBefore(change.getInstant())) {
            offset = change.getOffsetAfter();
            from = change.getInstant().minusSeconds(1);
            change = rules.nextTransition(change.getInstant());
            fire = next(from, offset);
        }
        return fire;
    }

    private Optional<Instant> next(Instant from, ZoneOffset offset) {
        return next(LocalDateTime.ofInstant(from, offset)).map(local -> local.toInstant(offset));
    }

    /** Several times of day may be the same instant, and one that was passed may come again: both are behind. */
    private Optional<Instant> byTheClock(Instant instant) {
        var local = next(LocalDateTime.ofInstant(instant, zone));
        while (local.isPresent() && !first(local.get()).isAfter(instant)) {
            local = next(local.get());
        }
        return local.map(this::first);
    }

    /** When a clock first shows a time, or jumps over it. */
    private Instant first(LocalDateTime local) {
        var change = zone.getRules().getTransition(local);
        if (change != null && change.isGap()) {
            return change.getInstant();
        }
        return local.toInstant(zone.getRules().getValidOffsets(local).getFirst());
    }

    private Optional<LocalDateTime> next(LocalDateTime local) {
        return times.nextExecution(local.truncatedTo(ChronoUnit.SECONDS).atZone(ZoneOffset.UTC))
                .map(found -> found.toLocalDateTime());
    }

    private static String field(Cron cron, CronFieldName name) {
        return Optional.<CronField>ofNullable(cron.retrieveFieldsAsMap().get(name))
                .map(field -> field.getExpression().asString())
                .orElse("");
    }

    private static boolean steps(String field) {
        return field.contains("*") || field.contains("/");
    }
}
