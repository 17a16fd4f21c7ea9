package io.candletrace.lineage;

/**
 * The key of a row of {@code charts}.
 *
 * @param value positive
 */
public record ChartId(long value) {
    public ChartId {
        if (value <= 0) {
            throw new IllegalArgumentException("an id is positive, was " + value);
        }
    }
}
