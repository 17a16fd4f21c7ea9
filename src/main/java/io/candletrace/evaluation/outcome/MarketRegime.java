package io.candletrace.evaluation.outcome;

import io.candletrace.indicator.Indicator;
import io.candletrace.indicator.IndicatorSpec;
import io.candletrace.indicator.Indicators;
import io.candletrace.indicator.Line;
import io.candletrace.market.Bar;
import io.candletrace.market.BarSeries;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/**
 * In which regime a market was at every bar, told from that bar and those before it.
 *
 * <p>A close above its {@code SMA 200} is above, every other below. {@code ATR 14} is low when its rank among its latest 250
 * values, its own included, is in their lowest third, and high in the highest; of equal values the middle rank counts, so that a
 * market whose range never changes is in the middle.
 */
public final class MarketRegime {
    private static final int AVERAGE_BARS = 200;
    private static final int RANGE_BARS = 14;
    private static final int RANKED = 250;
    private static final Indicator AVERAGE = new Indicator.Sma(List.of(AVERAGE_BARS));
    private static final Indicator RANGE = new Indicator.Atr(RANGE_BARS);

    private final List<Bar> bars;
    private final List<Regime> regimes;

    private MarketRegime(List<Bar> bars, List<Regime> regimes) {
        this.bars = bars;
        this.regimes = regimes;
    }

    /** Computes it once for all bars, which are split-adjusted. */
    public static MarketRegime of(BarSeries series) {
        var values = Indicators.compute(series, new IndicatorSpec(List.of(AVERAGE, RANGE)), series.size())
                .values();
        var average = values.getFirst().line(0);
        var range = values.getLast().line(0);
        return new MarketRegime(
                series.bars(),
                IntStream.range(0, series.size())
                        .mapToObj(i -> regime(series.bars().get(i), average.at(i), volatility(range, i)))
                        .toList());
    }

    /** The regime at the bar of this index; {@code UNKNOWN} before there are 200 closes and 250 ranges. */
    public Regime at(int index) {
        return regimes.get(index);
    }

    /** The regime at the last bar that had closed by then; {@code UNKNOWN} when none had. */
    public Regime asOf(Instant lastBarClosedAt) {
        var index = Timeline.leading(bars, bar -> !bar.closesAt().isAfter(lastBarClosedAt)) - 1;
        return index < 0 ? Regime.UNKNOWN : at(index);
    }

    private static Regime regime(Bar bar, double average, Volatility volatility) {
        if (Double.isNaN(average)) {
            return Regime.UNKNOWN;
        }
        var above = bar.close().doubleValue() > average;
        return switch (volatility) {
            case LOW -> above ? Regime.ABOVE_SMA200_LOW_ATR : Regime.BELOW_SMA200_LOW_ATR;
            case MIDDLE -> above ? Regime.ABOVE_SMA200_MIDDLE_ATR : Regime.BELOW_SMA200_MIDDLE_ATR;
            case HIGH -> above ? Regime.ABOVE_SMA200_HIGH_ATR : Regime.BELOW_SMA200_HIGH_ATR;
            case UNKNOWN -> Regime.UNKNOWN;
        };
    }

    private static Volatility volatility(Line range, int index) {
        var first = index - RANKED + 1;
        if (first < 0 || !range.definedAt(first)) {
            return Volatility.UNKNOWN;
        }
        var twiceTheRank = 0;
        for (var i = first; i <= index; i++) {
            twiceTheRank += 1 + Integer.signum(Double.compare(range.at(index), range.at(i)));
        }
        if (3 * twiceTheRank < 2 * RANKED) {
            return Volatility.LOW;
        }
        return 3 * twiceTheRank > 4 * RANKED ? Volatility.HIGH : Volatility.MIDDLE;
    }

    private enum Volatility {
        LOW,
        MIDDLE,
        HIGH,
        UNKNOWN
    }
}
