package io.candletrace.indicator;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Every indicator that a strategy can ask for, in the order in which a spec holds them. */
public final class IndicatorCatalogue {
    /** Whose conventions (seeding, lookback, population deviation) the numbers follow, as rows have it. */
    public static final String CONVENTION = "ta-lib-0.4.0";

    /** The longest period, in bars; five times as many bars are fetched for it. */
    public static final int MAX_PERIOD = 500;

    /** How many periods one indicator draws at most: a picture has that many colours that stay apart. */
    public static final int MAX_PERIODS = 6;

    private static final String TA_LIB = "https://ta-lib.org/functions/";

    private static final List<Entry> ENTRIES = List.of(
            new Entry(
                    "RSI",
                    "Relative strength index of the close, 0 to 100, smoothed as Wilder does; 0 while no close changed.",
                    List.of(period("period", 14, 2, "bars of Wilder's average")),
                    "J. Welles Wilder, New Concepts in Technical Trading Systems (1978); TA-Lib RSI, " + TA_LIB),
            new Entry(
                    "MACD",
                    "Difference of a fast and a slow EMA of the close, its signal line and their difference.",
                    List.of(
                            period("fast", 12, 2, "bars of the fast EMA, below slow"),
                            period("slow", 26, 3, "bars of the slow EMA"),
                            period("signal", 9, 2, "bars of the signal line's EMA")),
                    "Gerald Appel; TA-Lib MACD (both EMAs start at the slow one's first bar), " + TA_LIB),
            new Entry(
                    "SMA",
                    "Simple moving averages of the close.",
                    List.of(periods(List.of(20, 50, 200))),
                    "TA-Lib SMA, " + TA_LIB),
            new Entry(
                    "EMA",
                    "Exponential moving averages of the close, each seeded with the SMA of its first window.",
                    List.of(periods(List.of(20, 50))),
                    "TA-Lib EMA, " + TA_LIB),
            new Entry(
                    "Bollinger_Bands",
                    "SMA of the close with a band on either side, in population standard deviations.",
                    List.of(
                            period("period", 20, 2, "bars of the window"),
                            factor("std", "2", "standard deviations to a band")),
                    "John Bollinger, https://www.bollingerbands.com/bollinger-band-rules; TA-Lib BBANDS, " + TA_LIB),
            new Entry(
                    "ATR",
                    "Average true range in price units, smoothed as Wilder does; the first bar has no true range.",
                    List.of(period("period", 14, 1, "bars of Wilder's average")),
                    "J. Welles Wilder, New Concepts in Technical Trading Systems (1978); TA-Lib ATR, " + TA_LIB),
            new Entry(
                    "SuperTrend",
                    "Trailing stop a multiple of the ATR from the median price; flips when a close crosses it.",
                    List.of(
                            period("period", 10, 1, "bars of the ATR"),
                            factor("multiplier", "3", "ATRs from the median price")),
                    "Olivier Seban; bands and flips as https://www.tradingview.com/pine-script-reference/v5/#fun_ta.supertrend,"
                            + " but with TA-Lib's ATR"),
            new Entry(
                    "OBV",
                    "On-balance volume: volume added on rising and subtracted on falling closes, from the first shown bar on.",
                    List.of(),
                    "Joseph Granville; TA-Lib OBV (starts at the first shown bar's volume), " + TA_LIB),
            new Entry(
                    "ADX",
                    "Average directional index, the strength of a trend whatever its direction, with +DI and -DI, the strength"
                            + " upwards and downwards; all 0 to 100, smoothed as Wilder does. Below "
                            + Indicator.Adx.TREND + " prices are said to range.",
                    List.of(period("period", 14, 2, "bars of Wilder's averages")),
                    "J. Welles Wilder, New Concepts in Technical Trading Systems (1978); TA-Lib ADX, PLUS_DI and MINUS_DI, "
                            + TA_LIB),
            new Entry(
                    "Stochastic",
                    "Slow stochastic: the close's place in the range of the last bars, 0 at its low and 100 at its high, as"
                            + " a simple average (%K), and the simple average of that (%D); 0 while the range is empty.",
                    List.of(
                            period("k", 14, 1, "bars of the range"),
                            period("smooth", 3, 1, "bars of the average that slows %K"),
                            period("d", 3, 1, "bars of %D, the average of the slowed %K")),
                    "George C. Lane, Lane's Stochastics, Technical Analysis of Stocks & Commodities (1984); TA-Lib STOCH with"
                            + " simple averages, " + TA_LIB));

    private IndicatorCatalogue() {}

    /** All of them. */
    public static List<Entry> entries() {
        return ENTRIES;
    }

    /** The one with this key; keys are case-sensitive. */
    public static Optional<Entry> find(String key) {
        return ENTRIES.stream().filter(entry -> entry.key().equals(key)).findFirst();
    }

    private static Parameter period(String name, int standard, int minimum, String description) {
        return new Parameter(
                name, Kind.PERIOD, standard, BigDecimal.valueOf(minimum), BigDecimal.valueOf(MAX_PERIOD), description);
    }

    private static Parameter periods(List<Integer> standard) {
        return new Parameter(
                "periods",
                Kind.PERIODS,
                standard,
                BigDecimal.TWO,
                BigDecimal.valueOf(MAX_PERIOD),
                "bars of each average, 1 to " + MAX_PERIODS + " different ones");
    }

    private static Parameter factor(String name, String standard, String description) {
        return new Parameter(
                name, Kind.FACTOR, new BigDecimal(standard), new BigDecimal("0.1"), BigDecimal.TEN, description);
    }

    /**
     * One indicator that can be asked for.
     *
     * @param key as strategies spell it
     * @param description one sentence
     * @param parameters in the order in which they are written; may be empty
     * @param source whose formula it is and which variant is computed
     */
    public record Entry(String key, String description, List<Parameter> parameters, String source) {
        public Entry {
            parameters = List.copyOf(parameters);
        }
    }

    /**
     * One parameter of an indicator.
     *
     * @param name as strategies spell it
     * @param kind what its value is
     * @param standard what it is when omitted: an Integer, a list of them, or a BigDecimal, as {@code kind} says
     * @param minimum the least value, inclusive; of a list, of each element
     * @param maximum the greatest value, inclusive; of a list, of each element
     * @param description what it means, with its unit
     */
    public record Parameter(
            String name, Kind kind, Object standard, BigDecimal minimum, BigDecimal maximum, String description) {}

    /** What a parameter's value is. */
    public enum Kind {
        /** A whole number of bars. */
        PERIOD,
        /** A list of different whole numbers of bars. */
        PERIODS,
        /** A decimal number with at most four decimals. */
        FACTOR
    }
}
