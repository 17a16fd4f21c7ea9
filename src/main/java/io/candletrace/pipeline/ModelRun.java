package io.candletrace.pipeline;

import io.candletrace.analysis.Analysis;
import io.candletrace.analysis.AnalysisStatus;
import io.candletrace.analysis.Question;
import io.candletrace.analysis.Spending;
import io.candletrace.analysis.claim.ClaimChecks;
import io.candletrace.failure.ServiceException;
import io.candletrace.lineage.AnalysisId;
import io.candletrace.lineage.Recorded;
import io.candletrace.lineage.Sha256;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One question to one model about one recorded chart. */
final class ModelRun {
    private final Stages stages;
    private final AttemptContext context;
    private final Question question;
    private final StepLog log;

    ModelRun(Stages stages, AttemptContext context, Question question) {
        this.stages = stages;
        this.context = context;
        this.question = question;
        this.log = StepLog.of(
                stages,
                context.provenance(),
                question.chart().value().chart().bars().timeframe(),
                question.model().name());
    }

    /** Find, else ask: what was answered is not paid for twice. */
    Uni<Recorded<AnalysisId, Analysis>> run() {
        return stages.journal()
                .findAnalysis(context.provenance(), question)
                .chain(found -> found.map(Uni.createFrom()::item).orElseGet(this::ask));
    }

    private Uni<Recorded<AnalysisId, Analysis>> ask() {
        return analyse()
                .map(ClaimChecks::checked)
                .chain(this::spent)
                .chain(this::recordAnalysis)
                .onFailure()
                .call(this::recordSteps);
    }

    private Uni<Analysis> analyse() {
        return log.timed(
                        "analyse",
                        Optional.of(question.prompt().sha256()),
                        analysis -> Sha256.of(analysis.responseText()),
                        () -> stages.analysts().analyst(question.model()).analyse(question))
                .onFailure(this::isFinal)
                .recoverWithItem(failure -> unanswered((ServiceException) failure));
    }

    /** What it took is what its calls took, those of attempts that came to nothing too. */
    private Uni<Analysis> spent(Analysis analysis) {
        return stages.calls().spending(analysis.question()).map(analysis::withSpending);
    }

    private Uni<Recorded<AnalysisId, Analysis>> recordAnalysis(Analysis analysis) {
        return stages.journal().recordAnalysis(context.provenance(), analysis, log.drain());
    }

    private Uni<Void> recordSteps() {
        return log.flush();
    }

    /** Whether nobody will ask again, so that having no answer is what there is to record. */
    private boolean isFinal(Throwable failure) {
        return failure instanceof ServiceException known
                && switch (known.reason()) {
                    case MODEL_REFUSED_REQUEST, BUDGET_EXCEEDED, PRICE_UNKNOWN, MISCONFIGURED -> true;
                    case MODEL_UNAVAILABLE -> context.lastAttempt();
                    default -> false;
                };
    }

    private Analysis unanswered(ServiceException failure) {
        return new Analysis(
                question,
                AnalysisStatus.FAILED,
                "",
                Optional.empty(),
                Optional.of(failure.reason() + ": " + failure.detail()),
                Duration.ZERO,
                Optional.empty(),
                stages.clock().instant(),
                Spending.NONE,
                List.of());
    }
}
