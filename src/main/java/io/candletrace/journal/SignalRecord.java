package io.candletrace.journal;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A row of {@code trading_signals}.
 *
 * @param subject what was decided about
 * @param decision what was decided
 * @param levels where to enter, stop and take profit; every one absent for HOLD
 * @param calibration what its confidence was worth
 * @param chartKey the picture that the deciding analysis read
 */
public record SignalRecord(
        Subject subject, Decision decision, Levels levels, Calibration calibration, String chartKey) {
    /** The row's id. */
    public long id() {
        return subject.id();
    }

    /** What it is about. */
    public String symbol() {
        return subject.symbol();
    }

    /**
     * What was decided about.
     *
     * @param llmAnalysisId the deciding analysis
     * @param strategy its name
     * @param source the feed
     * @param expiresAt close of the horizon's last bar, UTC
     * @param status {@code active expired voided superseded}
     */
    public record Subject(
            long id,
            long executionId,
            long chartId,
            long llmAnalysisId,
            long strategyId,
            long strategyVersionId,
            String strategy,
            long instrumentId,
            String symbol,
            String source,
            Instant asOf,
            Instant lastBarClosedAt,
            Instant decidedAt,
            Instant generatedAt,
            Instant expiresAt,
            String status) {}

    /**
     * What was decided.
     *
     * @param signalType {@code BUY SELL HOLD}
     * @param trend {@code bullish bearish neutral}
     * @param confidence 0 to 1; HOLD has none
     * @param horizonBars bars of the primary timeframe
     * @param strategyMetadata timeframes, indicators and what was true of the chart's URL at insert
     */
    public record Decision(
            String signalType,
            String trend,
            Optional<BigDecimal> confidence,
            String reasoning,
            String timeframePrimary,
            Optional<String> timeframeConfirmation,
            int horizonBars,
            Map<String, Object> strategyMetadata) {}

    /**
     * Prices in the instrument's currency.
     *
     * @param rMultipleConservative reward over risk of the nearer target, from the worst edge of the entry range
     * @param rMultipleAggressive the same of the farther target
     */
    public record Levels(
            Optional<BigDecimal> entryPriceLow,
            Optional<BigDecimal> entryPriceHigh,
            Optional<BigDecimal> stopLoss,
            Optional<BigDecimal> targetConservative,
            Optional<BigDecimal> targetAggressive,
            Optional<BigDecimal> rMultipleConservative,
            Optional<BigDecimal> rMultipleAggressive) {}
}
