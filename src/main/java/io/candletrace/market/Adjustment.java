package io.candletrace.market;

/** What a price series was corrected for. A series has one adjustment throughout. */
public enum Adjustment {
    RAW("raw"),
    SPLIT("split"),
    SPLIT_DIVIDEND("split_dividend");

    private final String code;

    Adjustment(String code) {
        this.code = code;
    }

    /** As the columns named {@code adjustment} have it. */
    public String code() {
        return code;
    }
}
