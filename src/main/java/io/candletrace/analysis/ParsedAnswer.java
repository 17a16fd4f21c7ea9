package io.candletrace.analysis;

/** What the text of an answer turned out to be. */
public sealed interface ParsedAnswer {
    /** The text follows the schema and does not contradict itself. */
    record Usable(Verdict verdict) implements ParsedAnswer {}

    /**
     * There is no verdict in it.
     *
     * @param status {@code INVALID}, {@code REFUSED} or {@code TRUNCATED}
     * @param error what was expected and what was found, one line
     */
    record Unusable(AnalysisStatus status, String error) implements ParsedAnswer {}
}
