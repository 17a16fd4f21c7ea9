package io.candletrace.lineage;

/**
 * The key of a row of {@code trading_signals}.
 *
 * @param value positive
 */
public record SignalId(long value) {
    public SignalId {
        if (value <= 0) {
            throw new IllegalArgumentException("an id is positive, was " + value);
        }
    }
}
