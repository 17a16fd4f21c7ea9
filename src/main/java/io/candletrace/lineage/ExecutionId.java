package io.candletrace.lineage;

/**
 * The key of a row of {@code workflow_executions}.
 *
 * @param value positive
 */
public record ExecutionId(long value) {
    public ExecutionId {
        if (value <= 0) {
            throw new IllegalArgumentException("an id is positive, was " + value);
        }
    }
}
