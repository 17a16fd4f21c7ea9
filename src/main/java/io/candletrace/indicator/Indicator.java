package io.candletrace.indicator;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An indicator with its parameters. Periods are in bars; {@link IndicatorCatalogue} has their ranges. */
public sealed interface Indicator {

    /** As strategies and {@code indicators_metadata} spell it. */
    String key();

    /** The parameters as strategies write them, in the catalogue's order; empty when it has none. */
    Map<String, Object> parameters();

    /** Simple moving averages of the close, one line a period. */
    record Sma(List<Integer> periods) implements Indicator {
        public Sma {
            periods = List.copyOf(periods);
        }

        @Override
        public String key() {
            return "SMA";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("periods", periods);
        }
    }

    /** Exponential moving averages of the close, seeded with the SMA, one line a period. */
    record Ema(List<Integer> periods) implements Indicator {
        public Ema {
            periods = List.copyOf(periods);
        }

        @Override
        public String key() {
            return "EMA";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("periods", periods);
        }
    }

    /** Wilder's relative strength index of the close, 0 to 100; 0 while no close ever changed. */
    record Rsi(int period) implements Indicator {
        /** At or below it, oversold. */
        public static final int OVERSOLD = 30;

        /** At or above it, overbought. */
        public static final int OVERBOUGHT = 70;

        @Override
        public String key() {
            return "RSI";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("period", period);
        }
    }

    /** Moving average convergence divergence of the close: line, signal line, histogram. */
    record Macd(int fast, int slow, int signal) implements Indicator {
        public Macd {
            if (fast >= slow) {
                throw new IllegalArgumentException("fast is below slow, was " + fast + " and " + slow);
            }
        }

        @Override
        public String key() {
            return "MACD";
        }

        @Override
        public Map<String, Object> parameters() {
            return ordered("fast", fast, "slow", slow, "signal", signal);
        }
    }

    /** SMA of the close with bands {@code std} population standard deviations away. */
    record BollingerBands(int period, BigDecimal std) implements Indicator {
        public BollingerBands {
            std = plain(std);
        }

        @Override
        public String key() {
            return "Bollinger_Bands";
        }

        @Override
        public Map<String, Object> parameters() {
            return ordered("period", period, "std", std);
        }
    }

    /** Wilder's average true range, in price units. */
    record Atr(int period) implements Indicator {
        @Override
        public String key() {
            return "ATR";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("period", period);
        }
    }

    /** A trailing stop {@code multiplier} ATRs from the median price that flips when the close crosses it. */
    record SuperTrend(int period, BigDecimal multiplier) implements Indicator {
        public SuperTrend {
            multiplier = plain(multiplier);
        }

        @Override
        public String key() {
            return "SuperTrend";
        }

        @Override
        public Map<String, Object> parameters() {
            return ordered("period", period, "multiplier", multiplier);
        }
    }

    /** On-balance volume, counted from the first shown bar. */
    record Obv() implements Indicator {
        @Override
        public String key() {
            return "OBV";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of();
        }
    }

    /** Wilder's average directional index with his indicators of either direction, 0 to 100; 0 while no price ever moved. */
    record Adx(int period) implements Indicator {
        /**
         * The index from which on there is a trend to follow. Wilder sees one above 25 and none below 20, and we do not call
         * what lies between a trend: <a
         * href="https://school.stockcharts.com/doku.php?id=technical_indicators:average_directional_index_adx">StockCharts</a>.
         */
        public static final int TREND = 25;

        @Override
        public String key() {
            return "ADX";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("period", period);
        }
    }

    /**
     * Lane's slow stochastic: where the close lies in the range of the last {@code k} bars, 0 to 100, as an SMA over
     * {@code smooth} bars, and of that an SMA over {@code d} bars. Where the range is empty the close counts as 0.
     */
    record Stochastic(int k, int smooth, int d) implements Indicator {
        /** Below it, oversold. */
        public static final int OVERSOLD = 20;

        /** Above it, overbought. */
        public static final int OVERBOUGHT = 80;

        @Override
        public String key() {
            return "Stochastic";
        }

        @Override
        public Map<String, Object> parameters() {
            return ordered("k", k, "smooth", smooth, "d", d);
        }
    }

    private static BigDecimal plain(BigDecimal value) {
        var stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static Map<String, Object> ordered(Object... namesAndValues) {
        var parameters = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            parameters.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return Collections.unmodifiableMap(parameters);
    }
}
