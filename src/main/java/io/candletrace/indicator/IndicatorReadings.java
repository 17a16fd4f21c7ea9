package io.candletrace.indicator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What each indicator says at the newest bar, in the shape of {@code indicators_metadata}. The reading is a word. Where history
 * is too short the value is null, the reading (MACD's {@code signal}) is {@code insufficient_history} unless another period has
 * one, and {@code status} says {@code insufficient_history}; the maps can therefore hold null one level down.
 */
final class IndicatorReadings {
    private static final String INSUFFICIENT = "insufficient_history";
    private static final int DECIMALS = 4;
    private static final int DECIMALS_BEYOND_THE_TICK = 2;
    private static final double QUIET = 0.75;
    private static final double VOLATILE = 1.25;
    private static final int OBV_BARS = 10;

    private final IndicatedSeries series;
    private final double close;
    private final int decimals;

    private IndicatorReadings(IndicatedSeries series) {
        this.series = series;
        this.close = series.series().last().close().doubleValue();
        var tick = series.series().instrument().tickSize().stripTrailingZeros();
        this.decimals = Math.max(DECIMALS, tick.scale() + DECIMALS_BEYOND_THE_TICK);
    }

    static Map<String, Object> of(IndicatedSeries series) {
        var readings = new IndicatorReadings(series);
        var metadata = new LinkedHashMap<String, Object>();
        series.values().forEach(values -> metadata.put(values.indicator().key(), readings.entry(values)));
        return Collections.unmodifiableMap(metadata);
    }

    private Map<String, @Nullable Object> entry(IndicatorValues values) {
        var entry =
                new LinkedHashMap<String, @Nullable Object>(values.indicator().parameters());
        switch (values.indicator()) {
            case Indicator.Rsi _ -> single(entry, values, rsiReading(values));
            case Indicator.Macd _ -> macd(entry, values);
            case Indicator.Sma sma -> averages(entry, values, sma.periods());
            case Indicator.Ema ema -> averages(entry, values, ema.periods());
            case Indicator.BollingerBands _ -> bollinger(entry, values);
            case Indicator.Atr _ -> atr(entry, values);
            case Indicator.SuperTrend _ -> single(entry, values, values.line(1).last() > 0 ? "bullish" : "bearish");
            case Indicator.Obv() -> obv(entry, values);
            case Indicator.Adx _ -> adx(entry, values);
            case Indicator.Stochastic _ -> stochastic(entry, values);
        }
        if (!values.sufficientHistory()) {
            entry.put("status", INSUFFICIENT);
        }
        return Collections.unmodifiableMap(entry);
    }

    private void single(Map<String, @Nullable Object> entry, IndicatorValues values, String reading) {
        entry.put("current", rounded(values.line(0)));
        entry.put("reading", values.sufficientHistory() ? reading : INSUFFICIENT);
    }

    private static String rsiReading(IndicatorValues values) {
        var current = values.line(0).last();
        if (current >= Indicator.Rsi.OVERBOUGHT) {
            return "overbought";
        }
        return current <= Indicator.Rsi.OVERSOLD ? "oversold" : "neutral";
    }

    private void macd(Map<String, @Nullable Object> entry, IndicatorValues values) {
        entry.remove("signal");
        entry.put("macd", rounded(values.line(0)));
        entry.put("signal_line", rounded(values.line(1)));
        entry.put("histogram", rounded(values.line(2)));
        entry.put("signal", values.sufficientHistory() ? side(values.line(2).last()) : INSUFFICIENT);
    }

    private static String side(double histogram) {
        if (histogram == 0) {
            return "neutral";
        }
        return histogram > 0 ? "bullish" : "bearish";
    }

    private void averages(Map<String, @Nullable Object> entry, IndicatorValues values, List<Integer> periods) {
        var current = new LinkedHashMap<String, @Nullable Object>();
        var defined = new ArrayList<Double>();
        for (var i = 0; i < periods.size(); i++) {
            var line = values.line(i);
            current.put(String.valueOf(periods.get(i)), rounded(line));
            if (line.definedAt(line.size() - 1)) {
                defined.add(line.last());
            }
        }
        entry.put("current", Collections.unmodifiableMap(current));
        entry.put("reading", defined.isEmpty() ? INSUFFICIENT : averagesReading(defined));
    }

    private String averagesReading(List<Double> averages) {
        if (averages.stream().allMatch(average -> close > average)) {
            return "above";
        }
        return averages.stream().allMatch(average -> close < average) ? "below" : "mixed";
    }

    private void bollinger(Map<String, @Nullable Object> entry, IndicatorValues values) {
        entry.put("upper", rounded(values.line(0)));
        entry.put("middle", rounded(values.line(1)));
        entry.put("lower", rounded(values.line(2)));
        entry.put("reading", values.sufficientHistory() ? bollingerReading(values) : INSUFFICIENT);
    }

    private String bollingerReading(IndicatorValues values) {
        if (close > values.line(0).last()) {
            return "above_upper";
        }
        return close < values.line(2).last() ? "below_lower" : "inside";
    }

    private void atr(Map<String, @Nullable Object> entry, IndicatorValues values) {
        var line = values.line(0);
        entry.put("current", rounded(line));
        entry.put("percent_of_close", rounded(line.last() / close * 100, DECIMALS));
        entry.put("reading", values.sufficientHistory() ? atrReading(line) : INSUFFICIENT);
    }

    /** The range now against the median range of the shown bars: what is wide for one instrument is narrow for another. */
    private String atrReading(Line atr) {
        var shown = new double[series.displayed()];
        Arrays.setAll(shown, i -> atr.at(series.firstDisplayed() + i));
        var sorted = Arrays.stream(shown)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        var median = sorted[sorted.length / 2];
        if (atr.last() > VOLATILE * median) {
            return "volatile";
        }
        return atr.last() < QUIET * median ? "quiet" : "normal";
    }

    private void obv(Map<String, @Nullable Object> entry, IndicatorValues values) {
        entry.put("anchor", series.displayedBars().getFirst().sessionDate().toString());
        single(entry, values, obvReading(values.line(0)));
    }

    /** Against ten bars before, or the first shown bar when there are fewer. */
    private String obvReading(Line obv) {
        var change = obv.last() - obv.at(Math.max(series.firstDisplayed(), obv.size() - 1 - OBV_BARS));
        if (change == 0) {
            return "flat";
        }
        return change > 0 ? "rising" : "falling";
    }

    private void adx(Map<String, @Nullable Object> entry, IndicatorValues values) {
        entry.put("current", rounded(values.line(0)));
        entry.put("plus_di", rounded(values.line(1)));
        entry.put("minus_di", rounded(values.line(2)));
        entry.put("reading", values.sufficientHistory() ? adxReading(values) : INSUFFICIENT);
    }

    private static String adxReading(IndicatorValues values) {
        var upwards = values.line(1).last() - values.line(2).last();
        if (values.line(0).last() < Indicator.Adx.TREND || upwards == 0) {
            return "ranging";
        }
        return upwards > 0 ? "trending_up" : "trending_down";
    }

    /** The current values are not called {@code k} and {@code d}: those are the parameters. */
    private void stochastic(Map<String, @Nullable Object> entry, IndicatorValues values) {
        entry.put("percent_k", rounded(values.line(0)));
        entry.put("percent_d", rounded(values.line(1)));
        entry.put("reading", values.sufficientHistory() ? stochasticReading(values.line(0)) : INSUFFICIENT);
    }

    private static String stochasticReading(Line percentK) {
        if (percentK.last() > Indicator.Stochastic.OVERBOUGHT) {
            return "overbought";
        }
        return percentK.last() < Indicator.Stochastic.OVERSOLD ? "oversold" : "neutral";
    }

    private @Nullable BigDecimal rounded(Line line) {
        return rounded(line.last(), decimals);
    }

    private static @Nullable BigDecimal rounded(double value, int decimals) {
        if (Double.isNaN(value)) {
            return null;
        }
        var stripped = BigDecimal.valueOf(value)
                .setScale(decimals, RoundingMode.HALF_EVEN)
                .stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
