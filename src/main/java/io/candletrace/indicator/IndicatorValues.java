package io.candletrace.indicator;

import java.util.List;

/**
 * An indicator's lines over a series.
 *
 * @param indicator which, with its parameters
 * @param lines in a fixed order. SMA, EMA: one a period, named {@code SMA 20}. RSI: {@code RSI 14}. MACD: {@code MACD},
 *     {@code MACD signal}, {@code MACD histogram}. Bollinger: {@code BB upper}, {@code BB middle}, {@code BB lower}. ATR:
 *     {@code ATR 14}. SuperTrend: {@code SuperTrend} (the stop's price) and {@code SuperTrend direction} (1 up, -1 down). OBV:
 *     {@code OBV since 2025-03-14}, the session of the first shown bar, undefined before it. ADX: {@code ADX 14},
 *     {@code +DI 14}, {@code -DI 14}. Stochastic: {@code Stochastic %K}, {@code Stochastic %D}
 */
public record IndicatorValues(Indicator indicator, List<Line> lines) {
    public IndicatorValues {
        lines = List.copyOf(lines);
    }

    /** The line at this place of the fixed order. */
    public Line line(int index) {
        return lines.get(index);
    }

    /** Whether every line has a value at the newest bar. */
    public boolean sufficientHistory() {
        return lines.stream().allMatch(line -> line.definedAt(line.size() - 1));
    }
}
