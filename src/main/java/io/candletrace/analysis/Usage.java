package io.candletrace.analysis;

/**
 * Tokens in disjoint buckets.
 *
 * @param inputUncached prompt tokens, image included, that were not served from the vendor's cache
 * @param inputCached prompt tokens served from the vendor's cache
 * @param cacheWrite prompt tokens billed for writing that cache
 * @param outputVisible answer tokens
 * @param outputReasoning hidden reasoning tokens
 */
public record Usage(long inputUncached, long inputCached, long cacheWrite, long outputVisible, long outputReasoning) {
    /** No tokens, as {@code rules-v1} needs. */
    public static final Usage NONE = new Usage(0, 0, 0, 0, 0);

    /** All buckets together. */
    public long total() {
        return inputUncached + inputCached + cacheWrite + outputVisible + outputReasoning;
    }

    /** Both together, bucket by bucket. */
    public Usage plus(Usage other) {
        return new Usage(
                inputUncached + other.inputUncached,
                inputCached + other.inputCached,
                cacheWrite + other.cacheWrite,
                outputVisible + other.outputVisible,
                outputReasoning + other.outputReasoning);
    }
}
