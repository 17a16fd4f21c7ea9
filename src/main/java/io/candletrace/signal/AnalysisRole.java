package io.candletrace.signal;

/** What an analysis did for a signal. */
public enum AnalysisRole {
    /** It decided: the deciding model's on the primary timeframe, or every completed voter. */
    DECIDES,
    /** It was to confirm, or is the deciding model's on another timeframe, and is not against it. */
    CONFIRMS,
    /** It was to confirm or may veto, and is against it. */
    VETOES,
    /** Every other one, and one without a verdict. */
    OBSERVES
}
