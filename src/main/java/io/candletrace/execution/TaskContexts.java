package io.candletrace.execution;

import io.candletrace.feed.Instruments;
import io.candletrace.journal.Provenance;
import io.candletrace.lineage.InstrumentId;
import io.candletrace.lineage.PromptTemplateId;
import io.candletrace.lineage.Recorded;
import io.candletrace.lineage.StrategyVersionId;
import io.candletrace.market.Instrument;
import io.candletrace.market.Timeframe;
import io.candletrace.pipeline.TaskContext;
import io.candletrace.prompt.PromptTemplate;
import io.candletrace.prompt.Prompts;
import io.candletrace.strategy.Strategies;
import io.candletrace.strategy.StrategyVersion;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;

/** Gathers what a task needs to know. */
@ApplicationScoped
class TaskContexts {
    private final Strategies strategies;
    private final Instruments instruments;
    private final Prompts prompts;
    private final ExecutionConfig config;

    TaskContexts(Strategies strategies, Instruments instruments, Prompts prompts, ExecutionConfig config) {
        this.strategies = strategies;
        this.instruments = instruments;
        this.prompts = prompts;
        this.config = config;
    }

    Uni<TaskContext> load(Attempt attempt) {
        return version(attempt.version()).chain(version -> load(attempt, version));
    }

    private Uni<TaskContext> load(Attempt attempt, StrategyVersion version) {
        return Uni.combine()
                .all()
                .unis(instrument(attempt.instrument()), prompts(version))
                .with((instrument, pinned) -> new TaskContext(
                        provenance(attempt, version),
                        instrument,
                        version,
                        pinned,
                        attempt.asOf(),
                        attempt.sampleNo(),
                        attempt.last(config.attempts())));
    }

    /** Whose evidence an attempt makes. */
    static Provenance provenance(Attempt attempt, StrategyVersion version) {
        return new Provenance(
                attempt.execution(),
                attempt.fence().task(),
                attempt.instrument(),
                version.strategy(),
                version.id(),
                attempt.fence().attempt());
    }

    Uni<StrategyVersion> version(StrategyVersionId id) {
        return strategies.version(id).map(found -> present(found, "strategy version", id.value()));
    }

    private Uni<Instrument> instrument(InstrumentId id) {
        return instruments
                .find(id)
                .map(found -> present(found, "instrument", id.value()).value());
    }

    private Uni<Map<Timeframe, Recorded<PromptTemplateId, PromptTemplate>>> prompts(StrategyVersion version) {
        return Multi.createFrom()
                .iterable(version.prompts().entrySet())
                .onItem()
                .transformToUniAndConcatenate(pin -> prompts.find(pin.getValue())
                        .map(found -> Map.entry(
                                pin.getKey(),
                                present(found, "prompt template", pin.getValue().value()))))
                .collect()
                .asMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** The foreign keys promise the row; without it the database has been tampered with. */
    static <T> T present(Optional<T> found, String what, long id) {
        return found.orElseThrow(() -> new IllegalStateException("no " + what + " " + id));
    }
}
