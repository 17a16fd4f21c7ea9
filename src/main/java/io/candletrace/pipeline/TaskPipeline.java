package io.candletrace.pipeline;

import io.candletrace.analysis.Analysis;
import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.lineage.AnalysisId;
import io.candletrace.lineage.Recorded;
import io.candletrace.lineage.Sha256;
import io.candletrace.lineage.SignalId;
import io.candletrace.signal.Signal;
import io.candletrace.signal.SignalDecision;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Orders the stages of a task: a chart a timeframe, an analysis a chart and model, one signal. */
@ApplicationScoped
public class TaskPipeline {
    private final Stages stages;

    TaskPipeline(Stages stages) {
        this.stages = stages;
    }

    /**
     * Does what of the task is not done yet, and answers its signal. Fails with the reason of the stage that failed, whose
     * steps are recorded, and with {@code ANSWER_UNUSABLE} when the deciding analysis has no verdict.
     */
    public Uni<SignalId> run(TaskContext context) {
        return stages.journal()
                .findSignal(context.provenance())
                .chain(found -> found.map(Uni.createFrom()::item).orElseGet(() -> new TaskRun(context).run()));
    }

    /** One task. */
    private final class TaskRun {
        private final TaskContext context;
        private final StepLog log;

        TaskRun(TaskContext context) {
            this.context = context;
            this.log = StepLog.of(stages, context.provenance());
        }

        Uni<SignalId> run() {
            return analyses()
                    .chain(this::decide)
                    .chain(this::recordSignal)
                    .map(Recorded::id)
                    .onFailure()
                    .call(this::recordSteps);
        }

        private Uni<List<Recorded<AnalysisId, Analysis>>> analyses() {
            var branches = context.strategy().timeframes().stream()
                    .map(timeframe -> new SeriesRun(stages, context, timeframe).run())
                    .toList();
            return Branches.all(branches)
                    .map(lists -> lists.stream().flatMap(Collection::stream).toList());
        }

        private Uni<Signal> decide(List<Recorded<AnalysisId, Analysis>> analyses) {
            return log.timed(
                    "decide",
                    Optional.empty(),
                    signal -> Sha256.of(signal.reasoning()),
                    () -> Uni.createFrom().item(() -> signal(analyses)));
        }

        private Signal signal(List<Recorded<AnalysisId, Analysis>> analyses) {
            try {
                return decided(analyses);
            } catch (ServiceException undecided) {
                throw unpaid(analyses).orElse(undecided);
            }
        }

        /** Whoever reads why there is no signal shall read that money was the reason, not that a model was silent. */
        private static Optional<ServiceException> unpaid(List<Recorded<AnalysisId, Analysis>> analyses) {
            return Stream.of(FailureReason.BUDGET_EXCEEDED, FailureReason.PRICE_UNKNOWN)
                    .flatMap(reason -> analyses.stream()
                            .map(Recorded::value)
                            .filter(analysis -> analysis.failedFor(reason))
                            .map(analysis -> new ServiceException(reason, analysis.detail())))
                    .findFirst();
        }

        private Signal decided(List<Recorded<AnalysisId, Analysis>> analyses) {
            var strategy = context.strategy();
            return SignalDecision.decide(strategy.policy(), strategy.models(), strategy.horizonBars(), analyses);
        }

        private Uni<Recorded<SignalId, Signal>> recordSignal(Signal signal) {
            return stages.journal().recordSignal(context.provenance(), signal, log.drain());
        }

        private Uni<Void> recordSteps() {
            return log.flush();
        }
    }
}
