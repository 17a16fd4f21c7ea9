package io.candletrace.lineage;

/**
 * The key of a row of {@code studies}.
 *
 * @param value positive
 */
public record StudyId(long value) {
    public StudyId {
        if (value <= 0) {
            throw new IllegalArgumentException("an id is positive, was " + value);
        }
    }
}
