package io.candletrace.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.candletrace.schedule.CatchUpPlan.Limits;
import io.candletrace.strategy.CatchUp;
import io.candletrace.strategy.Fires;
import io.candletrace.strategy.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CatchUpPlanTest {
    private static final Fires HOURLY = Schedule.parse("0 * * * *").fires(ZoneOffset.UTC);
    private static final Fires EVERY_SECOND = Schedule.parse("* * * * * ?").fires(ZoneOffset.UTC);
    private static final Limits LIMITS = new Limits(Duration.ofMinutes(1), 100);

    @ParameterizedTest
    @MethodSource
    void dealsWithWhatIsDue(CatchUp wanted, String now, List<Integer> run, int skipped) {
        var plan = CatchUpPlan.of(HOURLY, wanted, hour(1), Instant.parse("2025-11-03T" + now + "Z"), LIMITS);

        assertThat(plan.run())
                .containsExactlyElementsOf(
                        run.stream().map(CatchUpPlanTest::hour).toList());
        assertThat(plan.skipped()).isEqualTo(skipped);
        assertThat(plan.next()).contains(hour(now.startsWith("01") ? 2 : 5));
    }

    static Stream<Arguments> dealsWithWhatIsDue() {
        return Stream.of(
                argumentSet("in time", CatchUp.SKIP, "01:00:00", List.of(1), 0),
                argumentSet("within the grace", CatchUp.SKIP, "01:01:00", List.of(1), 0),
                argumentSet("missed, none wanted", CatchUp.SKIP, "01:01:00.000001", List.of(), 1),
                argumentSet("some missed, none wanted", CatchUp.SKIP, "04:30:00", List.of(), 4),
                argumentSet("some missed, one in time", CatchUp.SKIP, "04:00:30", List.of(4), 3),
                argumentSet("missed, the last wanted", CatchUp.LATEST, "04:30:00", List.of(4), 3),
                argumentSet("the last missed, and one in time", CatchUp.LATEST, "04:00:30", List.of(3, 4), 2),
                argumentSet("missed, all wanted", CatchUp.ALL, "04:30:00", List.of(1, 2, 3, 4), 0));
    }

    @Test
    void forgetsNoFire_whenThereAreMoreThanOnePlanTakes() {
        var limits = new Limits(Duration.ofMinutes(1), 3);
        var all = CatchUpPlan.of(HOURLY, CatchUp.ALL, hour(1), hour(8), limits);
        var others = CatchUpPlan.of(HOURLY, CatchUp.ALL, all.next().orElseThrow(), hour(8), limits);

        assertThat(all.run()).containsExactly(hour(1), hour(2), hour(3));
        assertThat(others.run()).containsExactly(hour(4), hour(5), hour(6));
        assertThat(others.next()).contains(hour(7));
    }

    @Test
    void findsTheLastOfManyFires_andStopsCountingThem() {
        var now = hour(1).plus(Duration.ofDays(40));
        var plan = CatchUpPlan.of(EVERY_SECOND, CatchUp.LATEST, hour(1), now, new Limits(Duration.ofSeconds(2), 100));

        assertThat(plan.run()).containsExactly(now.minusSeconds(3), now.minusSeconds(2), now.minusSeconds(1), now);
        assertThat(plan.skipped()).isEqualTo(CatchUpPlan.COUNTED - 1);
        assertThat(plan.next()).contains(now.plusSeconds(1));
    }

    @Test
    void looksForTheFirstFire_whenItsStartIsNone() {
        var plan = CatchUpPlan.of(HOURLY, CatchUp.ALL, hour(1).plusSeconds(7), hour(1).plusSeconds(9), LIMITS);

        assertThat(plan).isEqualTo(new CatchUpPlan(List.of(), Optional.of(hour(2)), 0));
    }

    private static Instant hour(int hour) {
        return Instant.parse("2025-11-03T00:00:00Z").plus(Duration.ofHours(hour));
    }
}
