package io.candletrace.market;

/** What can be odd about bars. The names go into rows, pictures and prompts and do not change. */
public enum FindingCode {
    /** A field that should be a plain decimal number is none, or is not finite. */
    NOT_A_NUMBER(Severity.REJECT),
    /** A price of zero, which stands for "no trade" in some files. */
    ZERO_PRICE(Severity.REJECT),
    /** A price or a volume below zero. */
    NEGATIVE(Severity.REJECT),
    /** The high below the low. */
    HIGH_BELOW_LOW(Severity.REJECT),
    /** A time at which no bar of the timeframe opens by the instrument's calendar. */
    NOT_A_SESSION(Severity.REJECT),
    /** A bar that opens in the future. */
    FUTURE(Severity.REJECT),
    /** A bar that has not closed yet; it was left out. */
    UNFINISHED(Severity.FLAG),
    /** Two bars of the same time that differ. */
    CONFLICTING_DUPLICATE(Severity.REJECT),
    /** Two bars of the same time that are equal; one is kept. */
    DUPLICATE(Severity.FLAG),
    /** Bars that came neither oldest first nor newest first; they were sorted. */
    OUT_OF_ORDER(Severity.FLAG),
    /** Open or close outside the bar's own range. */
    OHLC_INCONSISTENT(Severity.FLAG),
    /** Bars that the calendar expects are missing. */
    GAP(Severity.FLAG),
    /** The same prices again and again, as a source that repeats its last bar gives. */
    STALE(Severity.FLAG),
    /** One price that its neighbours do not confirm, before and after it. */
    BAD_TICK(Severity.FLAG),
    /** A jump by the ratio of a split or reverse split that nothing has adjusted. */
    UNADJUSTED_SPLIT(Severity.REJECT),
    /** A break after which the ticker is another security. */
    TICKER_REUSED(Severity.REJECT),
    /** A split or dividend that the prices before it were adjusted for, on request. */
    ADJUSTED(Severity.FLAG);

    private final Severity severity;

    FindingCode(Severity severity) {
        this.severity = severity;
    }

    /** How bad it is, unless somebody has said that it is acceptable. */
    public Severity severity() {
        return severity;
    }

    /** Whether it is about a bar that is only not there yet. */
    public boolean isNotYet() {
        return this == FUTURE || this == UNFINISHED;
    }

    /** What a finding means for its bars. */
    public enum Severity {
        /** They cannot be used. */
        REJECT,
        /** They can, and whoever looks at them is told. */
        FLAG
    }
}
