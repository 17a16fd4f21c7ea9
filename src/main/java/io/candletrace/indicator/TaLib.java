package io.candletrace.indicator;

import com.tictactec.ta.lib.Core;
import com.tictactec.ta.lib.MAType;
import com.tictactec.ta.lib.MInteger;
import com.tictactec.ta.lib.RetCode;
import java.util.Arrays;

/**
 * TA-Lib's functions over whole arrays: the answers are as long as the input, with {@code NaN} for the bars of the lookback.
 * An input shorter than the lookback gives only those.
 */
final class TaLib {
    private static final Core CORE = new Core();

    private TaLib() {}

    static double[] sma(double[] values, int period) {
        var answer = new Answer(values.length);
        answer.require(CORE.sma(0, values.length - 1, values, period, answer.begin, answer.count, answer.raw));
        return answer.aligned(answer.raw);
    }

    static double[] ema(double[] values, int period) {
        var answer = new Answer(values.length);
        answer.require(CORE.ema(0, values.length - 1, values, period, answer.begin, answer.count, answer.raw));
        return answer.aligned(answer.raw);
    }

    static double[] rsi(double[] values, int period) {
        var answer = new Answer(values.length);
        answer.require(CORE.rsi(0, values.length - 1, values, period, answer.begin, answer.count, answer.raw));
        return answer.aligned(answer.raw);
    }

    static double[] atr(Prices prices, int period) {
        var answer = new Answer(prices.size());
        answer.require(CORE.atr(
                0,
                prices.size() - 1,
                prices.high(),
                prices.low(),
                prices.close(),
                period,
                answer.begin,
                answer.count,
                answer.raw));
        return answer.aligned(answer.raw);
    }

    /** Counted from a bar, whose volume is the first value; {@code NaN} before it. */
    static double[] obv(Prices prices, int first) {
        var answer = new Answer(prices.size());
        answer.require(CORE.obv(
                first, prices.size() - 1, prices.close(), prices.volume(), answer.begin, answer.count, answer.raw));
        return answer.aligned(answer.raw);
    }

    /** Average directional index, +DI, -DI. */
    static double[][] adx(Prices prices, int period) {
        return new double[][] {strength(prices, period), upward(prices, period), downward(prices, period)};
    }

    private static double[] strength(Prices prices, int period) {
        var answer = new Answer(prices.size());
        answer.require(CORE.adx(
                0,
                prices.size() - 1,
                prices.high(),
                prices.low(),
                prices.close(),
                period,
                answer.begin,
                answer.count,
                answer.raw));
        return answer.aligned(answer.raw);
    }

    private static double[] upward(Prices prices, int period) {
        var answer = new Answer(prices.size());
        answer.require(CORE.plusDI(
                0,
                prices.size() - 1,
                prices.high(),
                prices.low(),
                prices.close(),
                period,
                answer.begin,
                answer.count,
                answer.raw));
        return answer.aligned(answer.raw);
    }

    private static double[] downward(Prices prices, int period) {
        var answer = new Answer(prices.size());
        answer.require(CORE.minusDI(
                0,
                prices.size() - 1,
                prices.high(),
                prices.low(),
                prices.close(),
                period,
                answer.begin,
                answer.count,
                answer.raw));
        return answer.aligned(answer.raw);
    }

    /** Slowed %K, %D. */
    static double[][] stochastic(Prices prices, Indicator.Stochastic stochastic) {
        var answer = new Answer(prices.size());
        var slower = new double[prices.size()];
        answer.require(CORE.stoch(
                0,
                prices.size() - 1,
                prices.high(),
                prices.low(),
                prices.close(),
                stochastic.k(),
                stochastic.smooth(),
                MAType.Sma,
                stochastic.d(),
                MAType.Sma,
                answer.begin,
                answer.count,
                answer.raw,
                slower));
        return new double[][] {answer.aligned(answer.raw), answer.aligned(slower)};
    }

    /** Line, signal line, histogram. */
    static double[][] macd(double[] values, Indicator.Macd macd) {
        var answer = new Answer(values.length);
        var signal = new double[values.length];
        var histogram = new double[values.length];
        answer.require(CORE.macd(
                0,
                values.length - 1,
                values,
                macd.fast(),
                macd.slow(),
                macd.signal(),
                answer.begin,
                answer.count,
                answer.raw,
                signal,
                histogram));
        return new double[][] {answer.aligned(answer.raw), answer.aligned(signal), answer.aligned(histogram)};
    }

    /** Upper band, middle, lower band. */
    static double[][] bollinger(double[] values, Indicator.BollingerBands bands) {
        var answer = new Answer(values.length);
        var middle = new double[values.length];
        var lower = new double[values.length];
        var std = bands.std().doubleValue();
        answer.require(CORE.bbands(
                0,
                values.length - 1,
                values,
                bands.period(),
                std,
                std,
                MAType.Sma,
                answer.begin,
                answer.count,
                answer.raw,
                middle,
                lower));
        return new double[][] {answer.aligned(answer.raw), answer.aligned(middle), answer.aligned(lower)};
    }

    /** Where TA-Lib puts an answer: packed to the front, with the index of the bar that the first value is of. */
    private static final class Answer {
        private final MInteger begin = new MInteger();
        private final MInteger count = new MInteger();
        private final double[] raw;

        private Answer(int size) {
            raw = new double[size];
        }

        private void require(RetCode code) {
            if (code != RetCode.Success) {
                throw new IllegalStateException("TA-Lib takes parameters that the catalogue allows, but says " + code);
            }
        }

        private double[] aligned(double[] packed) {
            var aligned = new double[packed.length];
            Arrays.fill(aligned, Double.NaN);
            System.arraycopy(packed, 0, aligned, begin.value, count.value);
            return aligned;
        }
    }
}
