package io.candletrace.evaluation.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.candletrace.evaluation.outcome.Regime;
import io.candletrace.evaluation.scorecard.ScorecardQuery;
import io.candletrace.evaluation.statistic.BenjaminiHochberg;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EffectTableTest {
    private static final double EXACT = 1e-12;
    private static final int HORIZON = 1;
    private static final int ABOVE = 1;
    private static final int BELOW = 2;
    private static final int RARE = 3;
    private static final Map<Integer, IndicatorState> NAMES = Map.of(
            ABOVE, new IndicatorState("SMA(50)", "above"),
            BELOW, new IndicatorState("SMA(50)", "below"),
            RARE, new IndicatorState("RSI(14)", "above_70"));

    /**
     * Two a day for 60 days. On the 40 days above the average one says BUY and one HOLD, and the price rises on three of four; on the 20
     * days below both say SELL, and it falls on half of them.
     */
    private static List<Row> rows() {
        var rows = new ArrayList<Row>();
        for (var day = 0; day < 40; day++) {
            var change = day % 4 == 0 ? -0.02 : 0.01;
            rows.add(new Row(day, 1, change, ABOVE));
            rows.add(new Row(day, 0, change, day < 5 ? List.of(ABOVE, RARE) : List.of(ABOVE)));
        }
        for (var day = 40; day < 60; day++) {
            var change = day % 2 == 0 ? -0.03 : 0.01;
            rows.add(new Row(day, -1, change, BELOW));
            rows.add(new Row(day, -1, change, BELOW));
        }
        return rows;
    }

    @Test
    void standsBesideChance_inEachState() {
        var buy = predicted(table(rows()), ABOVE, Side.BUY);
        var sell = predicted(table(rows()), BELOW, Side.SELL);

        assertThat(buy.rate().n()).isEqualTo(40);
        assertThat(buy.rate().hitRate()).hasValue(0.75);
        assertThat(buy.rate().baseRate().orElseThrow()).isCloseTo(0.6, within(EXACT));
        assertThat(buy.rate().lift().orElseThrow()).isCloseTo(0.15, within(EXACT));
        assertThat(buy.gain().mean().orElseThrow()).isCloseTo((30 * 0.01 - 10 * 0.02) / 40, within(EXACT));
        assertThat(sell.rate().hitRate()).hasValue(0.5);
        assertThat(sell.rate().baseRate().orElseThrow()).isCloseTo(0.38, within(EXACT));
        assertThat(sell.gain().mean().orElseThrow()).isCloseTo(0.01, within(EXACT));
        assertThat(sell.gain().days()).isEqualTo(20);
    }

    @Test
    void countsDays_notPredictions() {
        var effect = effect(table(rows()), BELOW);

        // 20 days of -0.03 and 0.01 in turn, of two each: mean -0.01, deviation 0.02 * sqrt(20 / 19) of the days.
        assertThat(effect.market().n()).isEqualTo(40);
        assertThat(effect.market().days()).isEqualTo(20);
        assertThat(effect.market().t().orElseThrow())
                .isCloseTo(-0.01 / (0.02 * Math.sqrt(20.0 / 19)) * Math.sqrt(20), within(EXACT));
        assertThat(effect.predicted()
                        .getFirst()
                        .rate()
                        .clustered()
                        .orElseThrow()
                        .width())
                .isGreaterThan(1.3
                        * effect.predicted()
                                .getFirst()
                                .rate()
                                .wilson()
                                .orElseThrow()
                                .width());
    }

    @Test
    void tellsWhatTheMarketDid_whateverWasSaid() {
        var effect = effect(table(rows()), ABOVE);

        assertThat(effect.market().n()).isEqualTo(80);
        assertThat(effect.market().mean().orElseThrow()).isCloseTo(0.0025, within(EXACT));
        assertThat(effect.market().positive()).hasValue(0.75);
        assertThat(table(rows()).market().n()).isEqualTo(120);
        assertThat(table(rows()).market().mean().orElseThrow())
                .isCloseTo((80 * 0.0025 - 40 * 0.01) / 120, within(EXACT));
    }

    @Test
    void hasACell_forEachSideThatWasSaid() {
        var table = table(rows());

        assertThat(effect(table, ABOVE).predicted()).extracting(Predicted::side).containsExactly(Side.BOTH, Side.BUY);
        assertThat(effect(table, BELOW).predicted()).extracting(Predicted::side).containsExactly(Side.BOTH, Side.SELL);
        assertThat(effect(table, RARE).predicted()).isEmpty();
        assertThat(table.cells()).isEqualTo(4);
    }

    @Test
    void ranksEachPValue_amongAllOfTheAnswer() {
        var table = table(rows());
        var predicted = table.effects().stream()
                .flatMap(effect -> effect.predicted().stream())
                .toList();
        var p = predicted.stream()
                .mapToDouble(one -> one.rate().p().orElseThrow())
                .toArray();

        assertThat(table.looks()).isEqualTo(4);
        assertThat(predicted.stream().mapToDouble(one -> one.q().orElseThrow()).toArray())
                .containsExactly(BenjaminiHochberg.qValues(p));
    }

    @Test
    void saysNothing_ofFewerThanThirty() {
        var table = table(
                rows().stream().filter(row -> row.day % 2 == 0 && row.day < 58).toList());

        var sell = predicted(table, BELOW, Side.SELL);
        assertThat(sell.rate().n()).isEqualTo(18);
        assertThat(sell.rate().hits()).isEqualTo(18);
        assertThat(sell.rate().hitRate()).isEmpty();
        assertThat(sell.q()).isEmpty();
        assertThat(sell.gain())
                .isEqualTo(new Move(18, 9, OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty()));
        assertThat(effect(table, RARE).market().mean()).isEmpty();
    }

    @Test
    void saysNothingOfAnyLift_whereABaseRateIsNotKnown() {
        var table = table(
                rows().stream().map(row -> row.day == 3 ? row.unknown() : row).toList());

        assertThat(predicted(table, ABOVE, Side.BUY).rate().hitRate()).hasValue(0.75);
        assertThat(predicted(table, ABOVE, Side.BUY).q()).isEmpty();
        assertThat(predicted(table, BELOW, Side.SELL).q()).isPresent();
        assertThat(table.looks()).isEqualTo(2);
        assertThat(table.cells()).isEqualTo(4);
    }

    @Test
    void isDefined_ofNothing() {
        var table = table(List.of());

        assertThat(table.effects()).isEmpty();
        assertThat(table.market().n()).isZero();
        assertThat(table.looks()).isZero();
    }

    @Test
    void isTheSame_inAnyOrder() {
        var shuffled = new ArrayList<>(rows());
        Collections.shuffle(shuffled, new Random(7));

        var ordered = table(rows());
        var table = table(shuffled);

        assertThat(table.effects()).hasSameSizeAs(ordered.effects());
        for (var i = 0; i < table.effects().size(); i++) {
            var effect = table.effects().get(i);
            var same = ordered.effects().get(i);
            assertThat(effect.state()).isEqualTo(same.state());
            assertThat(figures(effect)).containsExactly(figures(same), within(EXACT));
        }
    }

    /** Who tosses coins is helped by no indicator: one cell of twenty stands out by p, and fewer by q. */
    @Test
    void findsNoEffect_inACoin() {
        var random = new SplittableRandom(3);
        var names = Map.of(
                1, new IndicatorState("OBV", "rising"),
                2, new IndicatorState("OBV", "falling"));
        var looks = 0;
        var significant = 0;
        var discovered = 0;
        for (var market = 0; market < 100; market++) {
            var rows = IntStream.range(0, 300)
                    .mapToObj(i -> new Row(
                            i / 3,
                            random.nextBoolean() ? 1 : -1,
                            random.nextDouble(-0.02, 0.02),
                            List.of(1 + random.nextInt(2)),
                            0.5,
                            0.5))
                    .toList();
            for (var effect : EffectTable.of(query(), seen(rows, names, 1)).effects()) {
                for (var predicted : effect.predicted()) {
                    looks++;
                    significant += predicted.rate().p().orElse(1) < 0.05 ? 1 : 0;
                    discovered += predicted.q().orElse(1) < 0.05 ? 1 : 0;
                }
            }
        }

        assertThat(looks).isEqualTo(600);
        assertThat(significant / 600.0).isBetween(0.02, 0.09);
        assertThat(discovered).isLessThan(significant / 2);
    }

    /** Returns over five days are one event for five days: an average that is above for long has few of them. */
    @Test
    void isNotFooled_byHorizonsThatOverlap() {
        var random = new SplittableRandom(5);
        var fooled = new int[2];
        for (var market = 0; market < 300; market++) {
            var daily = random.doubles(605, -0.02, 0.02).toArray();
            var rows = IntStream.range(0, 600)
                    .mapToObj(day -> new Row(
                            day,
                            1,
                            Arrays.stream(daily, day, day + 5).sum(),
                            List.of(day / 60 % 2 == 0 ? ABOVE : BELOW),
                            0.5,
                            0.5))
                    .toList();
            fooled[0] += significant(EffectTable.of(query(), seen(rows, NAMES, 1)));
            fooled[1] += significant(EffectTable.of(query(), seen(rows, NAMES, 5)));
        }

        assertThat(fooled[0] / 600.0).isGreaterThan(0.25);
        assertThat(fooled[1] / 600.0).isLessThan(0.12);
    }

    private static int significant(EffectTable table) {
        return (int) table.effects().stream()
                .filter(effect -> effect.predicted().getLast().rate().p().orElse(1) < 0.05)
                .count();
    }

    private static double[] figures(Effect effect) {
        var figures = DoubleStream.builder();
        figures.add(effect.market().n());
        effect.market().mean().ifPresent(figures);
        effect.market().t().ifPresent(figures);
        for (var predicted : effect.predicted()) {
            figures.add(predicted.rate().hits());
            predicted.rate().p().ifPresent(figures);
            predicted.q().ifPresent(figures);
            predicted.gain().mean().ifPresent(figures);
            predicted.gain().t().ifPresent(figures);
        }
        return figures.build().toArray();
    }

    private static Predicted predicted(EffectTable table, int state, Side side) {
        return effect(table, state).predicted().stream()
                .filter(predicted -> predicted.side() == side)
                .findFirst()
                .orElseThrow();
    }

    private static Effect effect(EffectTable table, int state) {
        return table.effects().stream()
                .filter(effect -> effect.state().equals(NAMES.get(state)))
                .findFirst()
                .orElseThrow();
    }

    private static EffectTable table(List<Row> rows) {
        return EffectTable.of(query(), seen(rows, NAMES, 1));
    }

    private static ScorecardQuery query() {
        var filter = ScorecardQuery.Filter.ALL;
        return new ScorecardQuery(ScorecardQuery.Subject.ANALYSES, HORIZON, List.of(), filter);
    }

    private static Situations seen(List<Row> rows, Map<Integer, IndicatorState> names, int reach) {
        var direction = new short[rows.size()];
        var numbers = new int[rows.size()][];
        var regimes = new Regime[rows.size()];
        Arrays.fill(regimes, Regime.UNKNOWN);
        for (var i = 0; i < rows.size(); i++) {
            direction[i] = (short) rows.get(i).direction;
            numbers[i] = rows.get(i).states.stream().mapToInt(Integer::intValue).toArray();
        }
        return new Situations(
                rows.stream().mapToInt(Row::day).toArray(),
                direction,
                rows.stream().mapToDouble(Row::change).toArray(),
                rows.stream().mapToDouble(Row::up).toArray(),
                rows.stream().mapToDouble(Row::down).toArray(),
                reach,
                Occurrences.of(numbers, names, List.of(regimes)),
                0);
    }

    private record Row(int day, int direction, double change, List<Integer> states, double up, double down) {
        Row(int day, int direction, double change, int state) {
            this(day, direction, change, List.of(state));
        }

        Row(int day, int direction, double change, List<Integer> states) {
            this(day, direction, change, states, 0.6, 0.38);
        }

        Row unknown() {
            return new Row(day, direction, change, states, Double.NaN, Double.NaN);
        }
    }
}
