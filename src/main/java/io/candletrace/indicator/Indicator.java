package io.candletrace.indicator;

import java.math.BigDecimal;
import java.util.List;

/** An indicator with its parameters. Periods are in bars. */
public sealed interface Indicator {
    /** As strategies and {@code indicators_metadata} spell it. */
    String key();

    /** Simple moving averages of the close, one line a period. */
    record Sma(List<Integer> periods) implements Indicator {
        public Sma {
            periods = List.copyOf(periods);
        }

        @Override
        public String key() {
            return "SMA";
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
    }

    /** Wilder's relative strength index of the close, 0 to 100. */
    record Rsi(int period) implements Indicator {
        @Override
        public String key() {
            return "RSI";
        }
    }

    /** Moving average convergence divergence of the close: line, signal line, histogram. */
    record Macd(int fast, int slow, int signal) implements Indicator {
        @Override
        public String key() {
            return "MACD";
        }
    }

    /** SMA of the close with bands {@code std} population standard deviations away. */
    record BollingerBands(int period, BigDecimal std) implements Indicator {
        @Override
        public String key() {
            return "Bollinger_Bands";
        }
    }

    /** Wilder's average true range, in price units. */
    record Atr(int period) implements Indicator {
        @Override
        public String key() {
            return "ATR";
        }
    }

    /** A trailing stop {@code multiplier} ATRs from the median price that flips when the close crosses it. */
    record SuperTrend(int period, BigDecimal multiplier) implements Indicator {
        @Override
        public String key() {
            return "SuperTrend";
        }
    }

    /** On-balance volume, counted from the first bar of the series. */
    record Obv() implements Indicator {
        @Override
        public String key() {
            return "OBV";
        }
    }
}
