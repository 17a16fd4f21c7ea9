package io.candletrace.analysis.claim;

import io.candletrace.indicator.IndicatedSeries;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The patterns that can be told from the bars without judgement. What each means is said where it is looked for. */
enum ChartPattern {
    /** {@link Swings}: both rise. */
    HIGHER_HIGHS_AND_LOWS(
            "a higher swing high and a higher swing low",
            series -> Swings.highs(series, true).and(Swings.lows(series, true)),
            "higher highs higher lows",
            "higher highs lows",
            "higher lows higher highs"),
    /** {@link Swings}: both fall. */
    LOWER_HIGHS_AND_LOWS(
            "a lower swing high and a lower swing low",
            series -> Swings.highs(series, false).and(Swings.lows(series, false)),
            "lower highs lower lows",
            "lower highs lows",
            "lower lows lower highs"),
    /** {@link Swings}: the highs rise. */
    HIGHER_HIGHS("a higher swing high", series -> Swings.highs(series, true), "higher highs", "higher high"),
    /** {@link Swings}: the lows rise. */
    HIGHER_LOWS("a higher swing low", series -> Swings.lows(series, true), "higher lows", "higher low"),
    /** {@link Swings}: the highs fall. */
    LOWER_HIGHS("a lower swing high", series -> Swings.highs(series, false), "lower highs", "lower high"),
    /** {@link Swings}: the lows fall. */
    LOWER_LOWS("a lower swing low", series -> Swings.lows(series, false), "lower lows", "lower low"),
    /** {@link Breaks} upwards. */
    BREAKOUT(
            "a close above the highest high of the 20 bars before the last 1 to 3",
            Breaks::upwards,
            "breakout",
            "bullish breakout",
            "upside breakout",
            "upward breakout",
            "breakout to the upside"),
    /** {@link Breaks} downwards. */
    BREAKDOWN(
            "a close below the lowest low of the 20 bars before the last 1 to 3",
            Breaks::downwards,
            "breakdown",
            "bearish breakdown",
            "bearish breakout",
            "downside breakout",
            "downside breakdown",
            "downward breakout",
            "breakdown to the downside",
            "breakout to the downside"),
    /** {@link Crosses} upwards. */
    GOLDEN_CROSS(
            "SMA 50 crossed above SMA 200 within 20 bars",
            Crosses::golden,
            "golden cross",
            "golden cross 50 200",
            "50 200 golden cross",
            "golden cross sma 50 200",
            "golden cross 50 200 sma"),
    /** {@link Crosses} downwards. */
    DEATH_CROSS(
            "SMA 50 crossed below SMA 200 within 20 bars",
            Crosses::death,
            "death cross",
            "death cross 50 200",
            "50 200 death cross",
            "death cross sma 50 200",
            "death cross 50 200 sma"),
    /** {@link Candles#engulfing} upwards. */
    BULLISH_ENGULFING(
            "a rising body around the falling one before it, within 3 bars",
            series -> Candles.engulfing(series, 1),
            "bullish engulfing",
            "engulfing bullish"),
    /** {@link Candles#engulfing} downwards. */
    BEARISH_ENGULFING(
            "a falling body around the rising one before it, within 3 bars",
            series -> Candles.engulfing(series, -1),
            "bearish engulfing",
            "engulfing bearish"),
    /** {@link Candles#doji}. */
    DOJI("a body of at most a tenth of the range, within 3 bars", Candles::doji, "doji"),
    /** {@link Candles#hammer}. */
    HAMMER(
            "a long lower shadow at the lowest low of 5 bars, within 3 bars",
            Candles::hammer,
            "hammer",
            "bullish hammer");

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}?]+(?:and )?");
    private static final Pattern CANDLE = Pattern.compile(" (?:pattern|candle|candlestick|bar)$");

    private final String definition;
    private final Function<IndicatedSeries, Sighting> detector;
    private final List<String> names;

    ChartPattern(String definition, Function<IndicatedSeries, Sighting> detector, String... names) {
        this.definition = definition;
        this.detector = detector;
        this.names = List.of(names);
    }

    /**
     * The pattern of this name, whatever its case and the signs between its words. A name with anything more is another: a golden
     * cross that forms is none yet.
     */
    static Optional<ChartPattern> named(String name) {
        var words = BETWEEN_WORDS
                .matcher(name.toLowerCase(Locale.ROOT))
                .replaceAll(" ")
                .strip();
        var known = CANDLE.matcher(words).replaceFirst("");
        return Arrays.stream(values())
                .filter(pattern -> pattern.names.contains(known))
                .findFirst();
    }

    /** In words. */
    String definition() {
        return definition;
    }

    /** Looks for it. */
    Sighting in(IndicatedSeries series) {
        return detector.apply(series);
    }
}
