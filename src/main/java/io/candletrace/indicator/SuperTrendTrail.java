package io.candletrace.indicator;

import java.util.Arrays;

/**
 * The SuperTrend's stop and side over a series. The bands lie {@code multiplier} ATRs from the median price. The upper one only
 * falls and the lower one only rises, until the previous close has crossed it. The side changes when a close crosses the band it
 * trails. It begins down, as <a href="https://www.tradingview.com/pine-script-reference/v5/#fun_ta.supertrend">TradingView</a>
 * does.
 */
final class SuperTrendTrail {
    private final Prices prices;
    private final double[] atr;
    private final double multiplier;
    private final double[] stop;
    private final double[] direction;

    private SuperTrendTrail(Prices prices, Indicator.SuperTrend indicator) {
        this.prices = prices;
        this.atr = TaLib.atr(prices, indicator.period());
        this.multiplier = indicator.multiplier().doubleValue();
        this.stop = new double[prices.size()];
        this.direction = new double[prices.size()];
    }

    static SuperTrendTrail of(Prices prices, Indicator.SuperTrend indicator) {
        var trail = new SuperTrendTrail(prices, indicator);
        trail.walk();
        return trail;
    }

    /** The stop's price; {@code NaN} before the ATR's first value. */
    double[] stop() {
        return stop;
    }

    /** 1 up, -1 down; {@code NaN} before the ATR's first value. */
    double[] direction() {
        return direction;
    }

    private void walk() {
        Arrays.fill(stop, Double.NaN);
        Arrays.fill(direction, Double.NaN);
        var first = firstAtr();
        var upper = Double.POSITIVE_INFINITY;
        var lower = Double.NEGATIVE_INFINITY;
        var up = false;
        for (var i = first; i < prices.size(); i++) {
            upper = upper(i, upper);
            lower = lower(i, lower);
            var close = prices.close()[i];
            up = i > first && (up ? close >= lower : close > upper);
            stop[i] = up ? lower : upper;
            direction[i] = up ? 1 : -1;
        }
    }

    private int firstAtr() {
        var first = 0;
        while (first < atr.length && Double.isNaN(atr[first])) {
            first++;
        }
        return first;
    }

    private double upper(int i, double previous) {
        var band = median(i) + multiplier * atr[i];
        return band < previous || prices.close()[i - 1] > previous ? band : previous;
    }

    private double lower(int i, double previous) {
        var band = median(i) - multiplier * atr[i];
        return band > previous || prices.close()[i - 1] < previous ? band : previous;
    }

    private double median(int i) {
        return (prices.high()[i] + prices.low()[i]) / 2;
    }
}
