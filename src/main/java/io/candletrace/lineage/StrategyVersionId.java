package io.candletrace.lineage;

/**
 * The key of a row of {@code strategy_versions}.
 *
 * @param value positive
 */
public record StrategyVersionId(long value) {
    public StrategyVersionId {
        if (value <= 0) {
            throw new IllegalArgumentException("an id is positive, was " + value);
        }
    }
}
