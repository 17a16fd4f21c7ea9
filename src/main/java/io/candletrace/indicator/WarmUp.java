package io.candletrace.indicator;

import java.util.List;

/** How many bars an indicator wants before the first shown one. */
final class WarmUp {
    private static final int PERIODS_TO_FORGET_THE_SEED = 5;

    private WarmUp() {}

    /**
     * Enough that its window is full and that a recursive average has forgotten how it was seeded: 5 periods leave less than
     * 0.01 % of the seed in an EMA, 0.7 % in Wilder's.
     */
    static int bars(Indicator indicator) {
        return Math.max(window(indicator) - 1, PERIODS_TO_FORGET_THE_SEED * recursivePeriod(indicator));
    }

    /** How many bars it takes until every line has a value, 1 when a value looks at no other bar. */
    static int window(Indicator indicator) {
        return switch (indicator) {
            case Indicator.Sma sma -> longest(sma.periods());
            case Indicator.Ema ema -> longest(ema.periods());
            case Indicator.Rsi rsi -> rsi.period() + 1;
            case Indicator.Macd macd -> macd.slow() + macd.signal() - 1;
            case Indicator.BollingerBands bands -> bands.period();
            case Indicator.Atr atr -> atr.period() + 1;
            case Indicator.SuperTrend superTrend -> superTrend.period() + 1;
            case Indicator.Obv() -> 1;
            case Indicator.Adx adx -> 2 * adx.period();
            case Indicator.Stochastic stochastic -> stochastic.k() + stochastic.smooth() + stochastic.d() - 2;
        };
    }

    /**
     * How many bars a value that feeds on its predecessor takes as its period, 0 when no value does. Where one such average
     * feeds another, the sum of both.
     */
    static int recursivePeriod(Indicator indicator) {
        return switch (indicator) {
            case Indicator.Ema ema -> longest(ema.periods());
            case Indicator.Rsi rsi -> rsi.period();
            case Indicator.Macd macd -> macd.slow() + macd.signal();
            case Indicator.Atr atr -> atr.period();
            case Indicator.SuperTrend superTrend -> superTrend.period();
            case Indicator.Adx adx -> 2 * adx.period();
            case Indicator.Sma _, Indicator.BollingerBands _, Indicator.Obv _, Indicator.Stochastic _ -> 0;
        };
    }

    private static int longest(List<Integer> periods) {
        return periods.stream().mapToInt(Integer::intValue).max().orElse(1);
    }
}
