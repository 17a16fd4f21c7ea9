package io.candletrace.signal;

/** What an analysis did for a signal. */
public enum AnalysisRole {
    /** The deciding model on the primary timeframe. */
    DECIDES,
    /** The deciding model on another timeframe, not against it. */
    CONFIRMS,
    /** The deciding model on a higher timeframe, against it. */
    VETOES,
    /** Every other model, and an analysis without a verdict. */
    OBSERVES
}
