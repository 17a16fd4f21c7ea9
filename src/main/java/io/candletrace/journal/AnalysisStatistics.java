package io.candletrace.journal;

import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Counts over analyses by when they were made. Fails with {@code DATABASE_UNAVAILABLE} when the database does not answer. */
public interface AnalysisStatistics {
    /**
     * Figures over analyses. Fails with {@code IMPOSSIBLE_REQUEST} when there would be more than 10,000 groups.
     *
     * @param kind {@code chart} or {@code replay}; both when absent
     * @param keys each once; without any there are no groups
     */
    Uni<Grouped<Figures>> statistics(FigureFilter filter, Optional<String> kind, List<GroupKey> keys);

    /**
     * Counts and means.
     *
     * @param averageConfidence 0 to 1, of those that have one; absent when none has
     * @param costUsd US dollars of the analyses whose cost is known
     * @param unknownCost how many analyses' cost is not known
     * @param latency of those that were answered; absent when none was
     */
    record Figures(
            Outcomes outcomes,
            Optional<BigDecimal> averageConfidence,
            long uniqueSymbols,
            TokenCounts tokens,
            BigDecimal costUsd,
            long unknownCost,
            Optional<Latency> latency) {}

    /** How many analyses, and what became of them. */
    record Outcomes(long totalAnalyses, long completed, long invalid, long refused, long truncated, long failed) {}

    /** Milliseconds of the deciding call, without queueing, that half, 95 and 99 of 100 analyses did not exceed. */
    record Latency(BigDecimal p50, BigDecimal p95, BigDecimal p99) {}
}
