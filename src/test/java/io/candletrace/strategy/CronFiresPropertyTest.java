package io.candletrace.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Fires around every change of the clocks of 2024 to 2027 in every zone, against a walk through each minute of the clock. */
class CronFiresPropertyTest {
    private static final Instant FIRST = Instant.parse("2024-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2028-01-01T00:00:00Z");
    private static final Duration AROUND = Duration.ofHours(30);

    /** One zone for all that change their clocks alike: there are hundreds of names for a few dozen ways. */
    private static final Collection<ZoneId> DIFFERENT = ZoneId.getAvailableZoneIds().stream()
            .map(ZoneId::of)
            .collect(Collectors.toMap(CronFiresPropertyTest::changes, zone -> zone, (one, same) -> one))
            .values();

    static Stream<Arguments> crons() {
        return Stream.of(
                cron("30 2 * * *", false, at -> at.getHour() == 2 && at.getMinute() == 30),
                cron("0 0,20,40 0-3 * * ?", false, at -> at.getHour() <= 3 && at.getMinute() % 20 == 0),
                cron("15 */2 * * *", false, at -> at.getHour() % 2 == 0 && at.getMinute() == 15),
                cron(
                        "0 59 23 ? * SUN",
                        false,
                        at -> at.getDayOfWeek() == DayOfWeek.SUNDAY && at.getHour() == 23 && at.getMinute() == 59),
                cron("*/10 * * * *", true, at -> at.getMinute() % 10 == 0),
                cron("45 * * * *", true, at -> at.getMinute() == 45),
                cron("0 5/15 1 * * ?", true, at -> at.getHour() == 1 && at.getMinute() % 15 == 5));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("crons")
    void firesAsTheClockShows(String text, boolean repeats, Predicate<LocalDateTime> matches) {
        for (var zone : DIFFERENT) {
            for (var change : changes(zone)) {
                var from = change.getInstant().minus(AROUND);
                var to = change.getInstant().plus(AROUND);
                assertThat(found(Schedule.parse(text).fires(zone), from, to))
                        .as("%s in %s around %s", text, zone, change)
                        .containsExactlyElementsOf(expected(zone, repeats, matches, from, to));
            }
        }
    }

    private static Arguments cron(String text, boolean repeats, Predicate<LocalDateTime> matches) {
        return Arguments.of(text, repeats, matches);
    }

    private static List<ZoneOffsetTransition> changes(ZoneId zone) {
        return Stream.iterate(
                        zone.getRules().nextTransition(FIRST),
                        change -> change != null && change.getInstant().isBefore(LAST),
                        change -> zone.getRules().nextTransition(change.getInstant()))
                .toList();
    }

    private static List<Instant> found(Fires fires, Instant from, Instant to) {
        return Stream.iterate(
                        fires.within(from, to), fire -> fire.isPresent(), fire -> fires.within(fire.orElseThrow(), to))
                .map(fire -> fire.orElseThrow())
                .toList();
    }

    private static Set<Instant> expected(
            ZoneId zone, boolean repeats, Predicate<LocalDateTime> matches, Instant from, Instant to) {
        var expected = new TreeSet<Instant>();
        var first = LocalDateTime.ofInstant(from, ZoneOffset.UTC).minusHours(20);
        for (var clock = first; clock.isBefore(first.plusHours(100)); clock = clock.plusMinutes(1)) {
            if (matches.test(clock)) {
                expected.addAll(shown(zone, clock, repeats));
            }
        }
        return expected.subSet(from, false, to, true);
    }

    private static List<Instant> shown(ZoneId zone, LocalDateTime clock, boolean repeats) {
        var offsets = zone.getRules().getValidOffsets(clock);
        if (offsets.isEmpty()) {
            return repeats
                    ? List.of()
                    : List.of(zone.getRules().getTransition(clock).getInstant());
        }
        return offsets.stream().limit(repeats ? 2 : 1).map(clock::toInstant).toList();
    }
}
