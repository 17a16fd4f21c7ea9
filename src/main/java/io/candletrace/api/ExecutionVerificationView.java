package io.candletrace.api;

import io.candletrace.lineage.ExecutionId;
import io.candletrace.pipeline.ChartVerification.Outcome;
import io.candletrace.replay.VerifiedAnalysis;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * What came of making all analyses of an execution again.
 *
 * @param analyses every one of them, by id, with what differs
 */
@RegisterForReflection
record ExecutionVerificationView(long executionId, Summary summary, List<VerifiedAnalysisView> analyses) {
    static ExecutionVerificationView of(ExecutionId execution, List<VerifiedAnalysis> verified) {
        var summary = new Summary(
                count(verified, Outcome.IDENTICAL),
                count(verified, Outcome.RENDERER_CHANGED),
                count(verified, Outcome.TAMPERED));
        return new ExecutionVerificationView(
                execution.value(),
                summary,
                verified.stream().map(VerifiedAnalysisView::of).toList());
    }

    private static long count(List<VerifiedAnalysis> verified, Outcome outcome) {
        return verified.stream().filter(one -> one.outcome() == outcome).count();
    }

    /** How many analyses came out how. */
    @RegisterForReflection
    record Summary(long identical, long rendererChanged, long tampered) {}
}
