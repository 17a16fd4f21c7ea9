package io.candletrace.lineage;

/**
 * The key of a row of {@code workflow_tasks}.
 *
 * @param value positive
 */
public record TaskId(long value) {
    public TaskId {
        if (value <= 0) {
            throw new IllegalArgumentException("an id is positive, was " + value);
        }
    }
}
