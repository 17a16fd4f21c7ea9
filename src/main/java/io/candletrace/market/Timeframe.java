package io.candletrace.market;

import java.util.Arrays;
import java.util.Optional;

/** How much time one bar covers. Declared from short to long, so that {@code compareTo} tells the higher one. */
public enum Timeframe {
    DAILY("1d", "daily"),
    WEEKLY("1w", "weekly"),
    MONTHLY("1mo", "monthly");

    private final String code;
    private final String chartType;

    Timeframe(String code, String chartType) {
        this.code = code;
        this.chartType = chartType;
    }

    /** As users write it: {@code 1d}, {@code 1w}, {@code 1mo}. */
    public String code() {
        return code;
    }

    /** As the column {@code charts.chart_type} has it. */
    public String chartType() {
        return chartType;
    }

    /** The timeframe of a code; empty when nobody has that code. */
    public static Optional<Timeframe> ofCode(String code) {
        return Arrays.stream(values())
                .filter(timeframe -> timeframe.code.equals(code))
                .findFirst();
    }
}
