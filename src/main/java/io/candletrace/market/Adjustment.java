package io.candletrace.market;

import java.util.Arrays;
import java.util.Optional;

/** What a price series was corrected for. A series has one adjustment throughout. */
public enum Adjustment {
    RAW("raw"),
    /** In shares of the day it was asked for, rounded to 8 decimals. */
    SPLIT("split"),
    /**
     * In shares of the time when there were fewest, known splits alone considered: prices are only ever multiplied, so that they
     * are exact for all ratios that are or whose reciprocals are whole, whatever day they are asked for.
     */
    SPLIT_EXACT("split_exact"),
    SPLIT_DIVIDEND("split_dividend");

    private final String code;

    Adjustment(String code) {
        this.code = code;
    }

    /** The adjustment of a code; empty when nobody has that code. */
    public static Optional<Adjustment> ofCode(String code) {
        return Arrays.stream(values())
                .filter(adjustment -> adjustment.code.equals(code))
                .findFirst();
    }

    /** As the columns named {@code adjustment} have it. */
    public String code() {
        return code;
    }
}
