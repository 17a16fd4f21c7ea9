package io.candletrace.evaluation.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import io.candletrace.evaluation.outcome.BaseRates;
import io.candletrace.evaluation.outcome.Basis;
import io.candletrace.evaluation.outcome.Direction;
import io.candletrace.evaluation.outcome.EntryRule;
import io.candletrace.evaluation.outcome.ForwardReturn.Resolved;
import io.candletrace.evaluation.outcome.Market;
import io.candletrace.evaluation.outcome.Prediction;
import io.candletrace.evaluation.outcome.Resolver;
import io.candletrace.evaluation.outcome.TargetRule;
import io.candletrace.evaluation.outcome.Terms;
import io.candletrace.market.Bar;
import io.candletrace.testing.Vectors;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A coin that says BUY or SELL at every close of a real year, judged over horizons of five bars that overlap. */
class CoinFlipTest {
    private static final int HORIZON = 5;
    private static final int SEEDS = 1_000;
    private static final int DAYS = 200;
    private static final List<Bar> BARS =
            Vectors.of("aapl2013-talib.csv").bars().bars();
    private static final Market MARKET = new Market(BARS, Basis.LAST_SHARES, List.of(), Set.of(), Optional.empty());

    @Test
    void hasItsBaseRateInsideTheInterval_asOftenAsTheIntervalSays() {
        var changes = changes();
        var days = IntStream.range(0, changes.length)
                .map(i -> (int) BARS.get(i).sessionDate().toEpochDay())
                .toArray();
        var base = BaseRates.of(MARKET, HORIZON).months().values().stream()
                .reduce(BaseRates.Count::plus)
                .orElseThrow();
        var up = (double) base.up() / base.entries();
        var down = (double) base.down() / base.entries();

        var inside = IntStream.range(0, SEEDS)
                .filter(seed -> {
                    var observed = observed(days, coin(seed, changes.length), changes, up, down);
                    var rate = Rate.of(observed, observed.directed());
                    return rate.clustered()
                            .orElseThrow()
                            .contains(rate.baseRate().orElseThrow());
                })
                .count();

        assertThat(inside / (double) SEEDS).isBetween(0.93, 0.97);
    }

    @Test
    void hasALiftOfNothingInsideTheInterval_whenSeriesMoveOnTheSameDays() {
        var changes = market(new SplittableRandom(1));
        var days = IntStream.range(0, changes.length).map(i -> i % DAYS).toArray();
        var up = Arrays.stream(changes).filter(change -> change > 0).count() / (double) changes.length;

        var inside = IntStream.range(0, SEEDS)
                .filter(seed -> {
                    var observed = observed(days, coin(seed, changes.length), changes, up, 1 - up);
                    return Rate.of(observed, observed.directed())
                            .liftInterval()
                            .orElseThrow()
                            .contains(0);
                })
                .count();

        assertThat(inside / (double) SEEDS).isBetween(0.93, 0.97);
    }

    /** Returns of five series over horizons of five days, one series after the other; drawn anew each day, so that they overlap. */
    private static double[] market(SplittableRandom random) {
        return IntStream.range(0, 5)
                .mapToObj(_ -> random.doubles(DAYS + HORIZON, -0.02, 0.021).toArray())
                .flatMapToDouble(daily -> IntStream.range(0, DAYS)
                        .mapToDouble(
                                day -> Arrays.stream(daily, day, day + HORIZON).sum()))
                .toArray();
    }

    private static double[] changes() {
        var terms = new Terms(List.of(HORIZON), EntryRule.MARKET, TargetRule.CONSERVATIVE, BigDecimal.ZERO);
        var resolver = new Resolver(MARKET, terms);
        return IntStream.range(0, BARS.size() - HORIZON)
                .mapToObj(i -> BARS.get(i).closesAt())
                .map(closed -> new Prediction(1, Direction.LONG, closed, closed, Optional.empty()))
                .map(prediction -> resolver.resolve(prediction).returns().getFirst())
                .mapToDouble(forward -> ((Resolved) forward).rate().doubleValue())
                .toArray();
    }

    private static short[] coin(int seed, int flips) {
        var random = new SplittableRandom(seed);
        var said = new short[flips];
        for (var i = 0; i < flips; i++) {
            said[i] = (short) (random.nextBoolean() ? 1 : -1);
        }
        return said;
    }

    private static Observations observed(int[] days, short[] said, double[] changes, double up, double down) {
        var size = days.length;
        return new Observations(
                new int[size],
                days,
                Arrays.stream(days).asLongStream().toArray(),
                Arrays.stream(days).mapToLong(day -> day + HORIZON).toArray(),
                said,
                changes,
                filled(size, Double.NaN),
                filled(size, Double.NaN),
                filled(size, up),
                filled(size, down),
                new short[size],
                new short[size]);
    }

    private static double[] filled(int size, double value) {
        var column = new double[size];
        Arrays.fill(column, value);
        return column;
    }
}
