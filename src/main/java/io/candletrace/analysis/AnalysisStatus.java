package io.candletrace.analysis;

/** What became of a question. */
public enum AnalysisStatus {
    /** There is a verdict. */
    COMPLETED,
    /** The answer does not fit its schema or contradicts itself. */
    INVALID,
    /** The model declined. */
    REFUSED,
    /** The answer ends in the middle. */
    TRUNCATED,
    /** There is no answer. */
    FAILED
}
