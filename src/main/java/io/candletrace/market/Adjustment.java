package io.candletrace.market;

import java.util.Arrays;
import java.util.Optional;

/** What a price series was corrected for. A series has one adjustment throughout. */
public enum Adjustment {
    RAW("raw"),
    SPLIT("split"),
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
