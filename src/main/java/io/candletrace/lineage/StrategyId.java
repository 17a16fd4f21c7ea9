package io.candletrace.lineage;

/**
 * The key of a row of {@code strategies}.
 *
 * @param value positive
 */
public record StrategyId(long value) {
    public StrategyId {
        if (value <= 0) {
            throw new IllegalArgumentException("an id is positive, was " + value);
        }
    }
}
