package io.candletrace.journal;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A row of {@code llm_analyses}.
 *
 * @param subject what was read
 * @param inquiry who was asked, and what
 * @param answer what came of it
 * @param spending what it took
 * @param calibration what its confidence was worth
 */
public record AnalysisRecord(
        Subject subject, Inquiry inquiry, Answer answer, Spending spending, Calibration calibration) {
    /** The row's id. */
    public long id() {
        return subject.id();
    }

    /** What it is about. */
    public String symbol() {
        return subject.symbol();
    }

    /** {@code 1d 1w 1mo}. */
    public String timeframe() {
        return subject.timeframe();
    }

    /**
     * What was read.
     *
     * @param timeframe {@code 1d 1w 1mo}
     * @param kind {@code chart} or {@code replay}
     * @param replayOfId of a replay, the analysis it stands against
     * @param source the feed
     * @param horizonBars bars of the chart's timeframe
     * @param sampleNo from 1
     */
    public record Subject(
            long id,
            long executionId,
            long chartId,
            long strategyId,
            String symbol,
            String timeframe,
            String kind,
            Optional<Long> replayOfId,
            String source,
            int horizonBars,
            int sampleNo,
            Instant asOf,
            Instant lastBarClosedAt) {}

    /**
     * Who was asked, and what.
     *
     * @param modelName the vendor's id as sent, or {@code rules-v1}
     * @param modelConfig our name for endpoint, model and parameters
     * @param responseModel what the vendor says answered
     * @param indicatorsMetadata the indicators' current values and readings
     * @param indicatorConvention whose arithmetic they follow
     */
    public record Inquiry(
            long promptTemplateId,
            String promptText,
            String promptSha256,
            String modelName,
            String modelConfig,
            String modelConfigSha256,
            String provider,
            Optional<String> responseModel,
            Map<String, Object> indicatorsMetadata,
            String indicatorConvention) {}

    /**
     * What came of it.
     *
     * @param responseText the answer, readable; may be empty
     * @param status {@code completed invalid refused truncated failed}
     * @param errorMessage why there is no verdict
     * @param verdict present when, and only when, {@code completed}
     * @param confidenceScore 0 to 1; HOLD has none
     * @param supportLevels nearest first, in the instrument's currency
     * @param resistanceLevels nearest first, in the instrument's currency
     * @param levels entry, stop and targets
     */
    public record Answer(
            String responseText,
            String status,
            Optional<String> errorMessage,
            Optional<Map<String, Object>> verdict,
            Optional<String> trendDirection,
            Optional<String> recommendation,
            Optional<BigDecimal> confidenceScore,
            List<BigDecimal> supportLevels,
            List<BigDecimal> resistanceLevels,
            List<String> keyPatterns,
            Map<String, Object> levels,
            List<Map<String, Object>> claims,
            Instant decidedAt,
            Instant analyzedAt) {}

    /**
     * What it took. The five buckets are tokens and disjoint.
     *
     * @param tokensUsed the buckets' sum
     * @param costUsd US dollars, over all its calls; absent when that of any is not known
     * @param modelPriceId the price of the last call that has one
     * @param latencyMs milliseconds of the deciding call, without queueing
     */
    public record Spending(
            long tokensUsed,
            long inputUncached,
            long inputCached,
            long cacheWrite,
            long outputVisible,
            long outputReasoning,
            Optional<BigDecimal> costUsd,
            Optional<Long> modelPriceId,
            long latencyMs) {}
}
