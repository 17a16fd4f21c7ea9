package io.candletrace.pipeline;

import io.candletrace.analysis.Account;
import io.candletrace.analysis.Analysis;
import io.candletrace.analysis.ModelConfig;
import io.candletrace.analysis.Question;
import io.candletrace.analysis.Replay;
import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.journal.AnalysisEvidence;
import io.candletrace.journal.AnalysisOutline;
import io.candletrace.journal.EvidenceArchive;
import io.candletrace.lineage.AnalysisId;
import io.candletrace.lineage.ChartId;
import io.candletrace.lineage.Recorded;
import io.candletrace.lineage.Sha256;
import io.candletrace.pipeline.ChartReading.Asker;
import io.candletrace.pipeline.ReplaySpec.Ask;
import io.candletrace.prompt.RenderedPrompt;
import io.candletrace.storage.StoredChart;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One recorded chart, and everything that is asked again about it. */
final class ReplayRun {
    private final Stages stages;
    private final EvidenceArchive evidence;
    private final ReplayContext context;
    private final List<AnalysisOutline> originals;
    private final Map<AnalysisId, Uni<AnalysisEvidence>> kept = new HashMap<>();

    ReplayRun(Stages stages, EvidenceArchive evidence, ReplayContext context, List<AnalysisOutline> originals) {
        this.stages = stages;
        this.evidence = evidence;
        this.context = context;
        this.originals = originals;
    }

    Uni<List<Analysis>> run(ChartId id) {
        return stages.journal()
                .findChart(id)
                .map(found -> found.orElseThrow(() -> new IllegalStateException("no chart " + id.value())))
                .chain(stages.reading()::read)
                .chain(this::askAll);
    }

    private Uni<List<Analysis>> askAll(Recorded<ChartId, StoredChart> chart) {
        var questions = asks().entrySet().stream()
                .map(ask -> question(chart, ask.getKey(), ask.getValue())
                        .chain(question -> new ModelRun(stages, context, question).run())
                        .map(Recorded::value))
                .toList();
        return Branches.all(questions);
    }

    /** Each question once, with the analysis that it is recorded against: of several the one by the same model, or the first. */
    private Map<Ask, AnalysisOutline> asks() {
        var asks = new LinkedHashMap<Ask, AnalysisOutline>();
        for (var original : originals) {
            for (var ask : context.spec().asks(original)) {
                asks.merge(ask, original, (first, second) -> ask.sameModel(second) ? second : first);
            }
        }
        return asks;
    }

    private Uni<Question> question(Recorded<ChartId, StoredChart> chart, Ask ask, AnalysisOutline original) {
        return switch (context.spec()) {
            case ReplaySpec.Resample ignored -> kept(original.id()).map(found -> repeated(chart, ask, original, found));
            case ReplaySpec.Counterfactual ignored -> Uni.createFrom().item(() -> changed(chart, ask, original));
        };
    }

    /** Read once, however often it is asked again. */
    private Uni<AnalysisEvidence> kept(AnalysisId id) {
        return kept.computeIfAbsent(
                id,
                any -> evidence.evidence(id)
                        .map(found -> found.orElseThrow(() -> new IllegalStateException("no analysis " + id.value())))
                        .memoize()
                        .indefinitely());
    }

    private Question repeated(
            Recorded<ChartId, StoredChart> chart, Ask ask, AnalysisOutline original, AnalysisEvidence kept) {
        var model = ChartQuestions.model(stages, ask.model());
        if (!model.sha256().equals(original.asked().modelConfig())) {
            throw conflict(original.id(), "the model '" + model.name() + "' is configured otherwise now");
        }
        var request = kept.first().map(call -> new Sha256(call.requestSha256()));
        return question(chart, ask, model, sent(ask, original, kept)).again(new Replay(original.id(), request));
    }

    private Question changed(Recorded<ChartId, StoredChart> chart, Ask ask, AnalysisOutline original) {
        var model = ChartQuestions.model(stages, ask.model());
        return question(chart, ask, model, rendered(chart, ask, original, model))
                .again(new Replay(original.id(), Optional.empty()));
    }

    /** The prompt that was sent, from its row: what a template renders to may have changed since. */
    private RenderedPrompt sent(Ask ask, AnalysisOutline original, AnalysisEvidence kept) {
        var inquiry = kept.row().inquiry();
        var prompt = RenderedPrompt.of(context.prompt(ask.template()), inquiry.promptText());
        if (!prompt.sha256().hex().equals(inquiry.promptSha256())) {
            throw conflict(
                    original.id(),
                    "its prompt should hash to " + inquiry.promptSha256() + ", does to " + prompt.sha256());
        }
        return prompt;
    }

    private RenderedPrompt rendered(
            Recorded<ChartId, StoredChart> chart, Ask ask, AnalysisOutline original, ModelConfig model) {
        var strategy = context.strategy();
        var asker = new Asker(
                strategy.name(), strategy.description(), original.asked().horizonBars());
        return stages.reading()
                .prompt(context.prompt(ask.template()), chart.value().chart(), asker, model);
    }

    private Question question(Recorded<ChartId, StoredChart> chart, Ask ask, ModelConfig model, RenderedPrompt prompt) {
        var provenance = context.provenance();
        var strategy = context.strategy();
        return new Question(
                provenance.task(),
                provenance.attempt(),
                chart,
                model,
                prompt,
                originals.getFirst().asked().horizonBars(),
                ask.sampleNo(),
                new Account(provenance.execution(), strategy.strategy(), strategy.budget()));
    }

    private static ServiceException conflict(AnalysisId id, String why) {
        return new ServiceException(
                FailureReason.CONFLICT, "what analysis " + id.value() + " was asked cannot be asked again: " + why);
    }
}
