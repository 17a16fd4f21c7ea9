package io.candletrace.lineage;

/**
 * The key of a row of {@code llm_analyses}.
 *
 * @param value positive
 */
public record AnalysisId(long value) {
    public AnalysisId {
        if (value <= 0) {
            throw new IllegalArgumentException("an id is positive, was " + value);
        }
    }
}
