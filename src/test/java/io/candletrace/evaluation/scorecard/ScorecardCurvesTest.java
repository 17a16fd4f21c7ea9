package io.candletrace.evaluation.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.candletrace.evaluation.scorecard.Following.Day;
import io.candletrace.evaluation.scorecard.ScorecardQuery.Subject;
import io.candletrace.evaluation.statistic.BenjaminiHochberg;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScorecardCurvesTest {
    private static final double EXACT = 1e-12;
    private static final int HORIZON = 5;
    private static final Answers ANSWERS = new Answers(0, 0, 0, 0, Optional.of(BigDecimal.ZERO), 0, 0, 0);

    @Test
    void drawsTheCapital_fromOneAndWithItsFalls() {
        var curve = curves(List.of(
                        Seen.of(1, 0, 1, 0.25),
                        Seen.of(1, 10, 1, -0.5),
                        Seen.of(1, 20, 0, 0.1),
                        Seen.of(1, 30, -1, -0.2)))
                .backfilled()
                .equity();

        assertThat(curve).extracting(Day::day).containsExactly(1L, 5L, 15L, 35L);
        assertThat(curve).extracting(Day::equity).containsExactly(1.0, 1.25, 0.625, 0.75);
        assertThat(curve).extracting(Day::drawdown).containsExactly(0.0, 0.0, -0.5, -0.4);
    }

    @Test
    void losesNoMoreThanAll_whenAPriceMoreThanDoublesAgainstIt() {
        var curve = curves(List.of(Seen.of(1, 0, -1, 1.5), Seen.of(1, 10, -1, 1.5), Seen.of(1, 20, 1, 0.5)))
                .backfilled()
                .equity();

        assertThat(curve).extracting(Day::equity).containsExactly(1.0, 0.0, 0.0, 0.0);
    }

    @Test
    void keepsTheDeepestFall_ofALongCurve() {
        var rows = IntStream.range(0, 5_000)
                .mapToObj(i -> Seen.of(0, 5 * i, 1, i == 3_333 ? -0.3 : i % 2 == 0 ? 0.011 : -0.01))
                .toList();

        var curves = curves(rows).backfilled();

        assertThat(curves.following().curve()).hasSize(5_001);
        assertThat(curves.equity()).hasSizeLessThanOrEqualTo(Thinning.MOST);
        assertThat(curves.equity().stream().mapToDouble(Day::drawdown).min())
                .isEqualTo(curves.following().maximumDrawdown());
        assertThat(curves.equity().getLast())
                .isEqualTo(curves.following().curve().getLast());
    }

    @Test
    void tellsForwardFromBackfilled() {
        var rows = new ArrayList<>(wins(40, 1));
        rows.addAll(wins(60, -1).stream().map(Seen::inAdvance).toList());

        var curves = curves(rows);

        assertThat(curves.n()).isEqualTo(100);
        assertThat(curves.forward().rate().n()).isEqualTo(60);
        assertThat(curves.forward().rate().hitRate()).hasValue(0);
        assertThat(curves.forward().rolling().points()).hasSize(11);
        assertThat(curves.backfilled().rate().n()).isEqualTo(40);
        assertThat(curves.backfilled().rate().hitRate()).hasValue(1);
        assertThat(curves.backfilled().rolling().points()).isEmpty();
    }

    @Test
    void drawsReturns_ofEveryHorizon() {
        var returns = ScorecardCurves.of(
                        query(),
                        Assumptions.costing(0),
                        new TreeMap<>(
                                Map.of(20, group(wins(10, 1)), HORIZON, group(wins(40, 1)), 1, group(wins(50, -1)))))
                .groups()
                .getFirst()
                .backfilled()
                .returns();

        assertThat(returns).extracting(MeanReturn::horizon).containsExactly(1, 5, 20);
        assertThat(returns).extracting(MeanReturn::n).containsExactly(50, 40, 10);
        assertThat(returns.getFirst().mean().orElseThrow()).isCloseTo(-0.01, within(EXACT));
        assertThat(returns.get(1).mean().orElseThrow()).isCloseTo(0.01, within(EXACT));
        assertThat(returns.getLast().mean()).isEmpty();
    }

    @Test
    void drawsProbabilities_whereSomeAreStated() {
        var rows = new ArrayList<Seen>();
        wins(30, 1).forEach(row -> rows.add(row.stating(0.75)));
        IntStream.range(0, 10).forEach(day -> rows.add(Seen.of(1, day, -1, 0.01).stating(0.75)));

        var points = curves(rows).backfilled().reliability();

        assertThat(points).hasSize(1);
        assertThat(points.getFirst().n()).isEqualTo(40);
        assertThat(points.getFirst().stated()).isCloseTo(0.75, within(EXACT));
        assertThat(points.getFirst().happened()).isCloseTo(0.75, within(EXACT));
        assertThat(points.getFirst().wilson().contains(0.75)).isTrue();
        assertThat(curves(wins(40, 1)).backfilled().reliability()).isEmpty();
    }

    @Test
    void correctsEachHalf_forAllGroups() {
        var groups = IntStream.range(0, 3)
                .mapToObj(i -> new Group(List.of("g" + i), ANSWERS, Seen.all(mixed(40, 2 + i))))
                .toList();

        var found = ScorecardCurves.of(query(), Assumptions.costing(0), new TreeMap<>(Map.of(HORIZON, groups)))
                .groups();

        var p = found.stream()
                .mapToDouble(group -> group.backfilled().rate().p().orElseThrow())
                .toArray();
        assertThat(found)
                .extracting(group -> group.backfilled().q().orElseThrow())
                .containsExactly(
                        Arrays.stream(BenjaminiHochberg.qValues(p)).boxed().toArray(Double[]::new));
        assertThat(found).allSatisfy(group -> assertThat(group.forward().q()).isEmpty());
    }

    @Test
    void isTheSame_inAnyOrderOfADay() {
        var rows = mixed(200, 3);
        var shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, new Random(11));

        var one = curves(rows).backfilled();
        var other = curves(shuffled).backfilled();

        assertThat(other.equity()).isEqualTo(one.equity());
        assertThat(other.rolling().points())
                .extracting(RollingRate.Point::rate)
                .isEqualTo(one.rolling().points().stream()
                        .map(RollingRate.Point::rate)
                        .toList());
    }

    @Test
    void isDefined_ofNothing() {
        var curves = curves(List.of());

        assertThat(curves.n()).isZero();
        assertThat(curves.forward().equity()).isEmpty();
        assertThat(curves.forward().rolling().points()).isEmpty();
        assertThat(curves.forward().returns()).hasSize(1);
        assertThat(ScorecardCurves.of(query(), Assumptions.costing(0), new TreeMap<>())
                        .groups())
                .isEmpty();
    }

    private static List<Seen> wins(int days, int direction) {
        return IntStream.range(0, days)
                .mapToObj(day -> Seen.of(0, day, direction, 0.01))
                .toList();
    }

    /** Two series; one prediction in so many is wrong. */
    private static List<Seen> mixed(int days, int wrong) {
        return IntStream.range(0, 2 * days)
                .mapToObj(i -> Seen.of(i % 2, i / 2, 1, i / 2 % wrong == 0 ? -0.01 : 0.02))
                .toList();
    }

    private static GroupCurves curves(List<Seen> rows) {
        return ScorecardCurves.of(query(), Assumptions.costing(0), new TreeMap<>(Map.of(HORIZON, group(rows))))
                .groups()
                .getFirst();
    }

    private static List<Group> group(List<Seen> rows) {
        return List.of(new Group(List.of(), ANSWERS, Seen.all(rows)));
    }

    private static ScorecardQuery query() {
        var filter = ScorecardQuery.Filter.ALL;
        return new ScorecardQuery(Subject.SIGNALS, HORIZON, List.of(), filter);
    }
}
