package io.candletrace.strategy;

/** Which fires of a schedule are made up for after the service was down. */
public enum CatchUp {
    /** None of those missed. */
    SKIP,
    /** The last one missed. */
    LATEST,
    /** Every one missed. */
    ALL
}
