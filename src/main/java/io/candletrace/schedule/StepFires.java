package io.candletrace.schedule;

import io.candletrace.strategy.Fires;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAmount;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * Instants at equal steps: each is so many steps from the first, so that a month after the 31st is the 30th and the next one the 31st
 * again. Periods are of the zone's calendar, durations of time that passes.
 */
final class StepFires implements Fires {
    private static final int MOST = 1 << 30;

    private final IntFunction<Instant> at;

    private StepFires(IntFunction<Instant> at) {
        this.at = at;
    }

    /** Reads an ISO 8601 period or duration; empty when it is none, is shorter than a second or goes beyond all calendars. */
    static Optional<StepFires> parse(String text, Instant first, ZoneId zone) {
        return amount(text)
                .map(amount -> new StepFires(steps(amount, first.atZone(zone))))
                .filter(fires -> fires.movesOn(first));
    }

    @Override
    public Optional<Instant> after(Instant instant) {
        return Optional.of(at.apply(indexAfter(instant)));
    }

    @Override
    public int count(Instant from, Instant to, int most) {
        return Math.min(most, Math.max(0, indexAfter(to) - indexAfter(from)));
    }

    /** The number of the first step after an instant, by doubling and halving. */
    private int indexAfter(Instant instant) {
        var high = 1;
        while (high < MOST && !at.apply(high).isAfter(instant)) {
            high *= 2;
        }
        var low = 0;
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (at.apply(middle).isAfter(instant)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private boolean movesOn(Instant first) {
        try {
            return !at.apply(1).isBefore(first.plusSeconds(1));
        } catch (DateTimeException | ArithmeticException beyond) {
            return false;
        }
    }

    private static IntFunction<Instant> steps(TemporalAmount amount, ZonedDateTime first) {
        return switch (amount) {
            case Duration duration -> count -> first.toInstant().plus(duration.multipliedBy(count));
            case Period period ->
                count -> first.plus(period.multipliedBy(count)).toInstant();
            default -> throw new IllegalStateException("a step is a period or a duration, was " + amount);
        };
    }

    private static Optional<TemporalAmount> amount(String text) {
        try {
            return Optional.<TemporalAmount>of(Period.parse(text)).filter(StepFires::forwards);
        } catch (DateTimeParseException noPeriod) {
            return duration(text);
        }
    }

    private static Optional<TemporalAmount> duration(String text) {
        try {
            return Optional.of(Duration.parse(text).truncatedTo(ChronoUnit.MICROS));
        } catch (DateTimeParseException | ArithmeticException noDuration) {
            return Optional.empty();
        }
    }

    private static boolean forwards(TemporalAmount amount) {
        return amount.getUnits().stream().allMatch(unit -> amount.get(unit) >= 0);
    }
}
