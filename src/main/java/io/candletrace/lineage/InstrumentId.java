package io.candletrace.lineage;

/**
 * The key of a row of {@code instruments}.
 *
 * @param value positive
 */
public record InstrumentId(long value) {
    public InstrumentId {
        if (value <= 0) {
            throw new IllegalArgumentException("an id is positive, was " + value);
        }
    }
}
