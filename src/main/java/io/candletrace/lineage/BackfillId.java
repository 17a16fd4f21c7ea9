package io.candletrace.lineage;

/**
 * The key of a row of {@code backfills}.
 *
 * @param value positive
 */
public record BackfillId(long value) {
    public BackfillId {
        if (value <= 0) {
            throw new IllegalArgumentException("an id is positive, was " + value);
        }
    }
}
