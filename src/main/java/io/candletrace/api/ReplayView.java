package io.candletrace.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.candletrace.execution.TaskRecord;
import io.candletrace.lineage.AnalysisId;
import io.candletrace.pipeline.ReplaySpec;
import io.candletrace.replay.Agreement;
import io.candletrace.replay.Comparison;
import io.candletrace.replay.ReplayReport;
import jakarta.ws.rs.core.UriInfo;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What an execution of type {@code replay} asked and was answered.
 *
 * @param asked what was asked, and of whom
 * @param status of the execution
 * @param progress how far it is
 * @param agreement of a resample, over all analyses
 * @param matrix of a counterfactual, over all analyses
 * @param analyses a page of the analyses that are replayed, newest first, with what was answered
 */
record ReplayView(
        @JsonUnwrapped Asked asked,
        String status,
        Progress progress,
        long tokensUsed,
        Optional<BigDecimal> costUsd,
        Optional<AgreementView> agreement,
        List<MatrixRowView> matrix,
        ListView<ComparisonView> analyses) {
    static ReplayView of(ExecutionView execution, ReplayReport report, ListView<ComparisonView> page) {
        return new ReplayView(
                Asked.of(report),
                execution.execution().status(),
                Progress.of(execution.tasks(), report),
                report.tokens(),
                report.costUsd(),
                report.agreement().map(AgreementView::of),
                report.matrix().stream().map(MatrixRowView::of).toList(),
                page);
    }

    /** The analyses that the query wants. */
    static ListView<ComparisonView> page(ReplayReport report, ListQuery query, UriInfo uri) {
        var window = query.window(uri);
        var rows = report.comparisons().stream()
                .filter(comparison -> id(comparison) < window.below().orElse(Long.MAX_VALUE))
                .limit(window.limit())
                .toList();
        var resampled = report.replay().spec() instanceof ReplaySpec.Resample;
        return query.view(uri, rows, ReplayView::id, comparison -> ComparisonView.of(comparison, resampled));
    }

    private static long id(Comparison comparison) {
        return comparison.original().id().value();
    }

    /**
     * What was asked.
     *
     * @param kind {@code resample counterfactual}
     * @param ofAnalysisId the one analysis that is replayed; absent for all of the execution
     * @param samples how often each question is asked
     * @param models who is asked instead; empty for who was asked before
     * @param prompt the version that is asked with instead; absent for the one that was used before
     */
    record Asked(
            long executionId,
            String kind,
            long ofExecutionId,
            Optional<Long> ofAnalysisId,
            int samples,
            List<String> models,
            Optional<String> prompt,
            Instant createdAt) {
        static Asked of(ReplayReport report) {
            var replay = report.replay();
            var of = replay.analysis().map(AnalysisId::value);
            return switch (replay.spec()) {
                case ReplaySpec.Resample(int samples) ->
                    new Asked(
                            replay.execution().value(),
                            "resample",
                            replay.of().value(),
                            of,
                            samples,
                            List.of(),
                            Optional.empty(),
                            replay.createdAt());
                case ReplaySpec.Counterfactual(var models, var ignored) ->
                    new Asked(
                            replay.execution().value(),
                            "counterfactual",
                            replay.of().value(),
                            of,
                            1,
                            models,
                            report.prompt(),
                            replay.createdAt());
            };
        }
    }

    /**
     * How far a replay is.
     *
     * @param tasks how many are in which state
     * @param questions how many there are
     * @param answered how many have an answer, usable or not
     * @param failed how many got none, and will get none
     */
    record Progress(Map<String, Long> tasks, long questions, long answered, long failed) {
        static Progress of(List<TaskRecord> tasks, ReplayReport report) {
            return new Progress(
                    tasks.stream().collect(Collectors.groupingBy(TaskRecord::status, Collectors.counting())),
                    report.questions(),
                    report.answered(),
                    report.answers().size() - report.answered());
        }
    }

    /**
     * How far samples agree.
     *
     * @param samples that were answered
     * @param unusable of these, without a verdict
     * @param agreement share with the original's recommendation; absent where the original has none
     * @param flipRate share of pairs of usable samples that recommend different things; absent below two
     */
    record AgreementView(
            int samples,
            int unusable,
            int agreeing,
            Optional<BigDecimal> agreement,
            long pairs,
            Optional<BigDecimal> flipRate) {
        static AgreementView of(Agreement agreement) {
            return new AgreementView(
                    agreement.answered(),
                    agreement.unusable(),
                    agreement.agreeing(),
                    agreement.agreement(),
                    agreement.pairs(),
                    agreement.flipRate());
        }
    }
}
