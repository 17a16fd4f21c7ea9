package io.candletrace.evaluation.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.candletrace.evaluation.scorecard.RollingRate.Point;
import io.candletrace.evaluation.statistic.Proportion;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RollingRateTest {
    private static final double EXACT = 1e-12;

    @Test
    void countsTheLatest_dayByDay() {
        // The first 10 are right, the next 45 wrong, the rest right.
        var points = of(daily(60, day -> day < 10 || day >= 55));

        assertThat(points).extracting(Point::day).containsExactlyElementsOf(days(49, 60));
        assertThat(points).extracting(Point::n).containsOnly(50);
        assertThat(points)
                .extracting(point -> Math.round(point.rate() * 50))
                .containsExactly(10L, 9L, 8L, 7L, 6L, 5L, 5L, 5L, 5L, 5L, 5L);
        assertThat(points.getLast().wilson())
                .isEqualTo(new Proportion(5, 50).wilson().orElseThrow());
    }

    @Test
    void standsBesideTheBaseRate_ofWhatWasSaid() {
        var rows = IntStream.range(0, 50)
                .mapToObj(day -> Seen.of(0, day, day < 20 ? 1 : -1, 0.01))
                .toList();

        assertThat(of(rows).getFirst().baseRate().orElseThrow())
                .isCloseTo((20 * Seen.UP + 30 * Seen.DOWN) / 50, within(EXACT));
    }

    @Test
    void takesWholeDays_soThatTheirOrderMakesNoDifference() {
        var rows = IntStream.range(0, 180)
                .mapToObj(i -> Seen.of(i % 3, i / 3, 1, i % 7 < 3 ? 0.01 : -0.01))
                .toList();
        var shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, new Random(5));

        assertThat(of(rows)).extracting(Point::n).containsOnly(51);
        assertThat(of(rows)).extracting(Point::day).startsWith(16L).endsWith(59L);
        assertThat(of(shuffled)).usingRecursiveComparison().isEqualTo(of(rows));
    }

    @Test
    void saysNothing_beforeThereAreEnough() {
        assertThat(of(List.of())).isEmpty();
        assertThat(of(daily(49, day -> true))).isEmpty();
        assertThat(of(daily(50, day -> true))).hasSize(1);
    }

    @Test
    void isThinned_butKeepsItsExtremes() {
        // All right but for the days around one.
        var points = of(daily(9_000, day -> day < 6_000 || day > 6_020));

        assertThat(points).hasSizeLessThanOrEqualTo(Thinning.MOST);
        assertThat(points.stream().mapToDouble(Point::rate).min()).hasValue(29 / 50.0);
        assertThat(points.getFirst().day()).isEqualTo(49);
        assertThat(points.getLast().day()).isEqualTo(8_999);
    }

    private static List<Point> of(List<Seen> seen) {
        var observed = Seen.all(seen);
        return RollingRate.of(observed, observed.directed()).points();
    }

    private static List<Seen> daily(int days, IntPredicate right) {
        return IntStream.range(0, days)
                .mapToObj(day -> Seen.of(0, day, 1, right.test(day) ? 0.01 : -0.01))
                .toList();
    }

    private static List<Long> days(int from, int to) {
        return IntStream.range(from, to).mapToObj(day -> (long) day).toList();
    }
}
