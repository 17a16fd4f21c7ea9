package io.candletrace.api;

import io.candletrace.execution.ExecutionArchive;
import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.journal.Archive;
import io.candletrace.journal.ChartEvidence;
import io.candletrace.journal.Journal;
import io.candletrace.lineage.ChartId;
import io.candletrace.lineage.ExecutionId;
import io.candletrace.lineage.StrategyVersionId;
import io.candletrace.pipeline.ChartReading;
import io.candletrace.pipeline.ChartReading.Asker;
import io.candletrace.prompt.PromptVersion;
import io.candletrace.strategy.Strategies;
import io.candletrace.strategy.Strategy;
import io.candletrace.strategy.StrategyVersion;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Shows what a version of a prompt would say about a recorded chart. */
@ApplicationScoped
class PromptPreviews {

    private final Journal journal;
    private final Archive archive;
    private final ExecutionArchive executions;
    private final Strategies strategies;
    private final ChartReading reading;

    PromptPreviews(
            Journal journal,
            Archive archive,
            ExecutionArchive executions,
            Strategies strategies,
            ChartReading reading) {
        this.journal = journal;
        this.archive = archive;
        this.executions = executions;
        this.strategies = strategies;
        this.reading = reading;
    }

    Uni<PromptPreviewView> preview(PromptVersion version, PromptPreviewInput input) {
        return journal.findChart(input.chart())
                .map(found -> present(found, "chart_id", input.chart().value()))
                .chain(evidence -> preview(version, input, evidence));
    }

    private Uni<PromptPreviewView> preview(PromptVersion version, PromptPreviewInput input, ChartEvidence evidence) {
        return asker(input, evidence.id())
                .map(input::ask)
                .chain(asker -> reading.read(evidence).map(chart -> {
                    var drawn = chart.value().chart();
                    var prompt = reading.prompt(version.template(), drawn, asker);
                    return PromptPreviewView.of(
                            version, new PromptPreviewView.Shown(chart.id(), asker, reading.restricted(drawn)), prompt);
                }));
    }

    /** The strategy that is named, as it is now; else the one that the chart was drawn for, as it was then. */
    private Uni<Asker> asker(PromptPreviewInput input, ChartId chart) {
        return input.strategy()
                .map(name -> strategies
                        .find(name)
                        .map(found -> present(found, "strategy", name))
                        .map(Strategy::current))
                .orElseGet(() -> drawnFor(chart))
                .map(Asker::of);
    }

    private Uni<StrategyVersion> drawnFor(ChartId chart) {
        return archive.chart(chart)
                .map(found -> found.orElseThrow().subject().executionId())
                .chain(execution -> executions.find(new ExecutionId(execution)))
                .map(found -> found.orElseThrow().strategyVersionId())
                .chain(version -> strategies.version(new StrategyVersionId(version)))
                .map(Optional::orElseThrow);
    }

    private static <T> T present(Optional<T> found, String field, Object named) {
        return found.orElseThrow(() -> new ServiceException(
                FailureReason.IMPOSSIBLE_REQUEST, field + ": expected one that exists, found '" + named + "'"));
    }
}
