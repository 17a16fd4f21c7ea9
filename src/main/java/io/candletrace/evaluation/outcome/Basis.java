package io.candletrace.evaluation.outcome;

/** In whose shares split-adjusted prices are. */
public enum Basis {
    /** The last ones there are, as vendors have it. */
    LAST_SHARES,
    /** Those of the time when there were fewest. */
    FEWEST_SHARES
}
