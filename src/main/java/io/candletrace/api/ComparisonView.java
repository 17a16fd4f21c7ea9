package io.candletrace.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.candletrace.api.ReplayView.AgreementView;
import io.candletrace.journal.AnalysisOutline;
import io.candletrace.replay.Comparison;
import io.candletrace.replay.Difference;
import io.candletrace.replay.Spread;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * An analysis and what was answered when it was asked again.
 *
 * @param agreement how far the samples of a resample agree
 * @param spreads how far numbers of a resample's verdicts are spread
 */
record ComparisonView(
        AnsweredView original, List<SampleView> samples, Optional<AgreementView> agreement, List<Spread> spreads) {
    static ComparisonView of(Comparison comparison, boolean resampled) {
        return new ComparisonView(
                AnsweredView.of(comparison.original()),
                comparison.replays().stream()
                        .map(replay -> new SampleView(AnsweredView.of(replay), comparison.differences(replay)))
                        .toList(),
                resampled ? Optional.of(AgreementView.of(comparison.agreement())) : Optional.empty(),
                resampled ? comparison.spreads() : List.of());
    }

    /**
     * One answer.
     *
     * @param differences from the original, field by field
     */
    record SampleView(@JsonUnwrapped AnsweredView answered, List<Difference> differences) {}

    /** The main things of an analysis. */
    record AnsweredView(
            long analysisId,
            long chartId,
            String symbol,
            String timeframe,
            String modelConfig,
            String prompt,
            int sampleNo,
            String status,
            Optional<String> errorMessage,
            Optional<String> recommendation,
            Optional<String> trendDirection,
            Optional<Object> confidence,
            long tokensUsed,
            Optional<BigDecimal> costUsd) {
        static AnsweredView of(AnalysisOutline outline) {
            var asked = outline.asked();
            var said = outline.said();
            return new AnsweredView(
                    outline.id().value(),
                    asked.chart().value(),
                    asked.symbol(),
                    asked.timeframe(),
                    asked.model(),
                    asked.prompt(),
                    asked.sampleNo(),
                    said.status(),
                    said.error(),
                    said.word("recommendation"),
                    said.word("trend_direction"),
                    Optional.ofNullable(said.verdict().get("confidence")),
                    said.tokens(),
                    said.costUsd());
        }
    }
}
