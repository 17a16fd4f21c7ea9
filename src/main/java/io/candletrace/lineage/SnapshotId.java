package io.candletrace.lineage;

/**
 * The key of a row of {@code bar_snapshots}.
 *
 * @param value positive
 */
public record SnapshotId(long value) {
    public SnapshotId {
        if (value <= 0) {
            throw new IllegalArgumentException("an id is positive, was " + value);
        }
    }
}
