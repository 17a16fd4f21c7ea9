package io.candletrace.analysis.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.candletrace.analysis.Claim;
import io.candletrace.analysis.Claim.Result;
import io.candletrace.indicator.IndicatorSpec;
import io.candletrace.indicator.Indicators;
import io.candletrace.market.Bar;
import io.candletrace.market.BarSeries;
import io.candletrace.market.Timeframe;
import io.candletrace.testing.SampleBars;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PatternClaimsTest {
    /** Closes with highs and lows one away: highs at 15 and 17, lows at 7 and 9; then the other way round. */
    private static final BarSeries UP = zigzag(10, 12, 14, 12, 10, 8, 10, 13, 16, 14, 12, 10, 12, 14);

    private static final BarSeries DOWN = zigzag(16, 14, 12, 14, 16, 18, 16, 13, 10, 12, 14, 16, 14, 12);

    static Stream<Arguments> swings() {
        return Stream.of(
                argumentSet("rising", UP, "higher highs and higher lows", Result.PASSED),
                argumentSet("rising, comma", UP, "Higher Highs, Higher Lows", Result.PASSED),
                argumentSet("rising, slash", UP, "higher highs / higher lows", Result.PASSED),
                argumentSet("rising highs", UP, "higher highs", Result.PASSED),
                argumentSet("rising lows", UP, "Higher lows", Result.PASSED),
                argumentSet("not falling", UP, "lower highs and lower lows", Result.FAILED),
                argumentSet("no falling lows", UP, "lower lows", Result.FAILED),
                argumentSet("falling", DOWN, "lower highs and lower lows", Result.PASSED),
                argumentSet("falling lows", DOWN, "lower lows", Result.PASSED),
                argumentSet("not rising", DOWN, "higher highs and higher lows", Result.FAILED),
                argumentSet(
                        "rising highs, falling lows",
                        zigzag(10, 12, 14, 12, 10, 8, 10, 13, 16, 12, 8, 6, 8, 10),
                        "higher highs and higher lows",
                        Result.FAILED),
                argumentSet(
                        "a high in the making",
                        zigzag(10, 12, 14, 12, 10, 8, 10, 13, 16),
                        "higher highs",
                        Result.PASSED),
                argumentSet(
                        "a low in the making", zigzag(16, 14, 12, 14, 16, 18, 16, 13, 10), "lower lows", Result.PASSED),
                argumentSet("one swing", zigzag(10, 12, 14, 12, 10), "higher highs", Result.UNVERIFIED),
                argumentSet("no swings", SampleBars.rising(40), "higher highs and higher lows", Result.UNVERIFIED));
    }

    static Stream<Arguments> breaks() {
        return Stream.of(
                argumentSet("just out", closes(40, 100, 102), "breakout", Result.PASSED),
                argumentSet("out for three bars", closes(40, 100, 102, 103, 103), "Bullish breakout", Result.PASSED),
                argumentSet("out for four bars", closes(40, 100, 102, 102, 102, 102), "breakout", Result.FAILED),
                argumentSet("out and back", closes(40, 100, 102, 100.4), "breakout", Result.FAILED),
                argumentSet("on the edge", closes(40, 100, 100.5), "breakout", Result.FAILED),
                argumentSet("down", closes(40, 100, 98), "breakdown", Result.PASSED),
                argumentSet("down, called otherwise", closes(40, 100, 98), "breakout to the downside", Result.PASSED),
                argumentSet("down is not up", closes(40, 100, 98), "breakout", Result.FAILED),
                argumentSet("up is not down", closes(40, 100, 102), "breakdown", Result.FAILED),
                argumentSet("too few bars", closes(10, 100, 102), "breakout", Result.UNVERIFIED));
    }

    static Stream<Arguments> crosses() {
        return Stream.of(
                argumentSet("golden", turning(1, 330), "golden cross", Result.PASSED),
                argumentSet("golden, in capitals", turning(1, 330), "Golden Cross (50/200)", Result.PASSED),
                argumentSet("golden, long ago", turning(1, 420), "golden cross", Result.FAILED),
                argumentSet("golden, not yet", turning(1, 301), "golden cross", Result.FAILED),
                argumentSet("golden is not death", turning(1, 330), "death cross", Result.FAILED),
                argumentSet("death", turning(-1, 330), "Death cross", Result.PASSED),
                argumentSet("never", SampleBars.flat(300), "golden cross", Result.FAILED),
                argumentSet("too short", SampleBars.rising(199), "golden cross", Result.UNVERIFIED),
                argumentSet("too short to know", SampleBars.rising(210), "death cross", Result.UNVERIFIED));
    }

    static Stream<Arguments> candles() {
        return Stream.of(
                argumentSet("engulfing", candles("102 100", "99 103"), "bullish engulfing", Result.PASSED),
                argumentSet(
                        "engulfing pattern", candles("102 100", "99 103"), "Bullish Engulfing Pattern", Result.PASSED),
                argumentSet(
                        "three bars ago",
                        candles("102 100", "99 103", "103 104", "104 105"),
                        "bullish engulfing",
                        Result.PASSED),
                argumentSet(
                        "four bars ago",
                        candles("102 100", "99 103", "103 104", "104 105", "105 106"),
                        "bullish engulfing",
                        Result.FAILED),
                argumentSet("same body", candles("102 100", "100 102"), "bullish engulfing", Result.FAILED),
                argumentSet("half of it", candles("102 100", "99 101"), "bullish engulfing", Result.FAILED),
                argumentSet("two of a kind", candles("100 102", "99 103"), "bullish engulfing", Result.FAILED),
                argumentSet("bearish", candles("100 102", "103 99"), "bearish engulfing", Result.PASSED),
                argumentSet("bullish is not bearish", candles("102 100", "99 103"), "bearish engulfing", Result.FAILED),
                argumentSet("doji", candles("100 102", "101 101.1"), "doji", Result.PASSED),
                argumentSet("no doji", candles("100 102", "101 103"), "Doji", Result.FAILED));
    }

    @ParameterizedTest
    @MethodSource({"swings", "breaks", "crosses", "candles"})
    void looksForThePattern(BarSeries series, String pattern, Result result) {
        assertThat(claim(series, pattern).result())
                .as("%s", claim(series, pattern))
                .isEqualTo(result);
    }

    @ParameterizedTest
    @CsvSource({
        "100, 100.5, 96, 100.6, PASSED",
        "100, 102, 99, 102.1, FAILED",
        "100, 100.5, 96, 103, FAILED",
        "100, 100, 96, 100, FAILED",
        "100, 100.5, 99.6, 100.6, FAILED"
    })
    void knowsAHammer(double open, double close, double low, double high, Result result) {
        // Given
        var bars = new ArrayList<>(falling(10, 110));
        bars.add(SampleBars.bar(SampleBars.FIRST.plusDays(10), open, high, low, close, 1));

        // Then
        assertThat(claim(series(bars), "hammer").result()).isEqualTo(result);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Golden Cross forming",
                "potential golden cross",
                "no golden cross",
                "golden cross?",
                "possible breakout",
                "breakout above 142",
                "failed breakout",
                "breakout retest",
                "bullish engulfing on weekly",
                "head and shoulders",
                "uptrend",
                "double top",
                "higher highs and lower lows",
                "not higher highs",
                "",
                " "
            })
    void leavesOthersUnverified(String pattern) {
        assertThat(claim(UP, pattern).result()).isEqualTo(Result.UNVERIFIED);
    }

    @ParameterizedTest
    @CsvSource({
        "close above SMA 20, PASSED",
        "Price below the 20-day SMA, FAILED",
        "price holds above its 50-day EMA, PASSED",
        "close above SMA 200, UNVERIFIED",
        "price above the 20-week SMA, UNVERIFIED",
        "price above SMA 20 soon, UNVERIFIED"
    })
    void seesWhereTheCloseIs_againstAnAverage(String pattern, Result result) {
        assertThat(claim(SampleBars.rising(100), pattern).result()).isEqualTo(result);
    }

    @ParameterizedTest
    @CsvSource({
        "higher highs and higher lows, 'a higher swing high and a higher swing low (swing highs 15, then 17; swing lows 7, then 9)'",
        "breakout, 'a close above the highest high of the 20 bars before the last 1 to 3 (cannot be told from 14 bars)'",
        "bull flag, cannot be told: no check for this pattern"
    })
    void saysWhatIsThere(String pattern, String expected) {
        assertThat(claim(UP, pattern))
                .extracting(Claim::what, Claim::expected, Claim::found)
                .containsExactly("key_patterns[0]", expected, pattern);
    }

    private static Claim claim(BarSeries series, String pattern) {
        var indicated = Indicators.compute(series, new IndicatorSpec(List.of()), series.size());
        return PatternClaims.of(List.of(pattern), Ground.of(indicated)).getFirst();
    }

    private static BarSeries zigzag(double... closes) {
        var rows = new double[closes.length][];
        for (var i = 0; i < closes.length; i++) {
            rows[i] = new double[] {closes[i] + 1, closes[i] - 1, closes[i]};
        }
        return SampleBars.ofHighLowClose(rows);
    }

    /** So many bars at a price, reaching half a dollar around it, and then these closes. */
    private static BarSeries closes(int bars, double price, double... then) {
        return SampleBars.daily(bars + then.length, i -> i < bars ? price : then[i - bars]);
    }

    /** A trend of 300 bars, down for +1, that turns round and goes on for the rest. SMA 50 crosses SMA 200 after some 25 bars. */
    private static BarSeries turning(int sign, int bars) {
        return SampleBars.daily(bars, i -> i < 300 ? 1000 - sign * 0.5 * i : 1000 - sign * 150 + sign * 8 * (i - 300));
    }

    /** Ten quiet rising bars with small shadows, then bars of these opens and closes. */
    private static BarSeries candles(String... opensAndCloses) {
        var bars = new ArrayList<Bar>();
        for (var i = 0; i < 10; i++) {
            bars.add(SampleBars.bar(SampleBars.FIRST.plusDays(i), 90 + i, 91.5 + i, 89.5 + i, 91 + i, 1));
        }
        for (var text : opensAndCloses) {
            var open = Double.parseDouble(text.split(" ")[0]);
            var close = Double.parseDouble(text.split(" ")[1]);
            bars.add(SampleBars.bar(
                    SampleBars.FIRST.plusDays(bars.size()),
                    open,
                    Math.max(open, close) + 1,
                    Math.min(open, close) - 1,
                    close,
                    1));
        }
        return series(bars);
    }

    private static List<Bar> falling(int bars, double from) {
        var falling = new ArrayList<Bar>();
        for (var i = 0; i < bars; i++) {
            falling.add(SampleBars.bar(
                    SampleBars.FIRST.plusDays(i), from - i, from - i + 1, from - i - 2, from - i - 1, 1));
        }
        return falling;
    }

    private static BarSeries series(List<Bar> bars) {
        return SampleBars.of(SampleBars.instrument(), Timeframe.DAILY, bars);
    }
}
