package io.candletrace.pipeline;

import io.candletrace.analysis.Account;
import io.candletrace.analysis.Analysis;
import io.candletrace.analysis.AnalysisStatus;
import io.candletrace.analysis.ModelConfig;
import io.candletrace.analysis.Question;
import io.candletrace.analysis.Spending;
import io.candletrace.analysis.claim.ClaimChecks;
import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.lineage.AnalysisId;
import io.candletrace.lineage.ChartId;
import io.candletrace.lineage.Recorded;
import io.candletrace.lineage.Sha256;
import io.candletrace.pipeline.ChartReading.Asker;
import io.candletrace.prompt.RenderedPrompt;
import io.candletrace.storage.StoredChart;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One model reads one recorded chart. */
final class ModelRun {
    private final Stages stages;
    private final TaskContext context;
    private final Recorded<ChartId, StoredChart> chart;
    private final String model;
    private final StepLog log;

    ModelRun(Stages stages, TaskContext context, Recorded<ChartId, StoredChart> chart, String model) {
        this.stages = stages;
        this.context = context;
        this.chart = chart;
        this.model = model;
        this.log = StepLog.of(stages, chart.value().chart().series().series().timeframe(), model);
    }

    /** Find, else ask: what was answered is not paid for twice. */
    Uni<Recorded<AnalysisId, Analysis>> run() {
        return Uni.createFrom()
                .item(this::question)
                .chain(question -> stages.journal()
                        .findAnalysis(context.provenance(), question)
                        .chain(found -> found.map(Uni.createFrom()::item).orElseGet(() -> ask(question))));
    }

    private Uni<Recorded<AnalysisId, Analysis>> ask(Question question) {
        return analyse(question)
                .map(ClaimChecks::checked)
                .chain(this::spent)
                .chain(this::recordAnalysis)
                .onFailure()
                .call(this::recordSteps);
    }

    private Uni<Analysis> analyse(Question question) {
        return log.timed(
                        "analyse",
                        Optional.of(question.prompt().sha256()),
                        analysis -> Sha256.of(analysis.responseText()),
                        () -> stages.analysts().analyst(question.model()).analyse(question))
                .onFailure(this::isFinal)
                .recoverWithItem(failure -> unanswered(question, (ServiceException) failure));
    }

    /** What it took is what its calls took, those of attempts that came to nothing too. */
    private Uni<Analysis> spent(Analysis analysis) {
        return stages.calls().spending(analysis.question()).map(analysis::withSpending);
    }

    private Uni<Recorded<AnalysisId, Analysis>> recordAnalysis(Analysis analysis) {
        return stages.journal().recordAnalysis(context.provenance(), analysis, log.drain());
    }

    private Uni<Void> recordSteps() {
        return log.flush(stages.journal(), context.provenance());
    }

    private Question question() {
        return new Question(
                context.provenance().task(),
                context.provenance().attempt(),
                chart,
                model(),
                prompt(),
                context.strategy().horizonBars(),
                context.sampleNo(),
                new Account(
                        context.provenance().execution(),
                        context.strategy().strategy(),
                        context.strategy().budget()));
    }

    private ModelConfig model() {
        return stages.analysts()
                .find(model)
                .orElseThrow(() -> new ServiceException(
                        FailureReason.MISCONFIGURED,
                        "the strategy asks the model '" + model + "', which the configuration does not name"));
    }

    private RenderedPrompt prompt() {
        var drawn = chart.value().chart();
        var template = context.prompts().get(drawn.bars().timeframe());
        if (template == null) {
            throw new IllegalStateException(
                    "no prompt for " + drawn.bars().timeframe().code());
        }
        return stages.reading().prompt(template, drawn, Asker.of(context.strategy()), model());
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

    private Analysis unanswered(Question question, ServiceException failure) {
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
