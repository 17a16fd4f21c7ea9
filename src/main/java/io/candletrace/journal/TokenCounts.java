package io.candletrace.journal;

/**
 * Tokens in total and in their disjoint buckets.
 *
 * @param tokensUsed the buckets' sum
 */
public record TokenCounts(
        long tokensUsed,
        long inputUncached,
        long inputCached,
        long cacheWrite,
        long outputVisible,
        long outputReasoning) {}
