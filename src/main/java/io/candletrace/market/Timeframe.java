package io.candletrace.market;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How much time one bar covers. Declared from short to long, so that {@code compareTo} tells the higher one.
 *
 * <p>Intraday bars are counted from the open of their session, and the last one of a session ends with it: hours of New York
 * begin at 09:30, and the one of 15:30 is half as long.
 */
public enum Timeframe {
    ONE_MINUTE("1m", "intraday", 1),
    FIVE_MINUTES("5m", "intraday", 5),
    FIFTEEN_MINUTES("15m", "intraday", 15),
    THIRTY_MINUTES("30m", "intraday", 30),
    ONE_HOUR("1h", "intraday", 60),
    FOUR_HOURS("4h", "intraday", 240),
    DAILY("1d", "daily", 0),
    WEEKLY("1w", "weekly", 0),
    MONTHLY("1mo", "monthly", 0);

    private final String code;
    private final String chartType;
    private final Duration length;

    Timeframe(String code, String chartType, int minutes) {
        this.code = code;
        this.chartType = chartType;
        this.length = Duration.ofMinutes(minutes);
    }

    /** As users write it: {@code 30m}, {@code 1d}, {@code 1w}, {@code 1mo}. */
    public String code() {
        return code;
    }

    /** As the column {@code charts.chart_type} has it. */
    public String chartType() {
        return chartType;
    }

    /** Whether a session has more than one bar. */
    public boolean intraday() {
        return length.isPositive();
    }

    /**
     * How long an intraday bar is, unless its session ends before.
     *
     * @throws IllegalStateException for the others, which the calendar makes longer and shorter
     */
    public Duration length() {
        if (!intraday()) {
            throw new IllegalStateException("a " + chartType + " bar has no fixed length");
        }
        return length;
    }

    /** The timeframe of a code; empty when nobody has that code. */
    public static Optional<Timeframe> ofCode(String code) {
        return Arrays.stream(values())
                .filter(timeframe -> timeframe.code.equals(code))
                .findFirst();
    }

    /** All codes from short to long, as a message lists them. */
    public static String codes() {
        return Arrays.stream(values()).map(Timeframe::code).collect(Collectors.joining(", "));
    }
}
