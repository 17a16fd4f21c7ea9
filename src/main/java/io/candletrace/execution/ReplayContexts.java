package io.candletrace.execution;

import io.candletrace.journal.AnalysisOutline;
import io.candletrace.journal.EvidenceArchive;
import io.candletrace.lineage.PromptTemplateId;
import io.candletrace.lineage.Recorded;
import io.candletrace.pipeline.ReplayContext;
import io.candletrace.pipeline.ReplaySpec.Ask;
import io.candletrace.prompt.PromptTemplate;
import io.candletrace.prompt.Prompts;
import io.candletrace.strategy.StrategyVersion;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** Gathers what a task that replays needs to know. */
@ApplicationScoped
class ReplayContexts {
    private final TaskContexts tasks;
    private final ReplayWorkflow workflow;
    private final EvidenceArchive evidence;
    private final Prompts prompts;
    private final ExecutionConfig config;

    ReplayContexts(
            TaskContexts tasks,
            ReplayWorkflow workflow,
            EvidenceArchive evidence,
            Prompts prompts,
            ExecutionConfig config) {
        this.tasks = tasks;
        this.workflow = workflow;
        this.evidence = evidence;
        this.prompts = prompts;
        this.config = config;
    }

    Uni<ReplayContext> load(Attempt attempt) {
        var execution = attempt.execution();
        return workflow.find(execution)
                .map(found -> TaskContexts.present(found, "replay of execution", execution.value()))
                .chain(replay -> tasks.version(attempt.version())
                        .chain(strategy -> originals(attempt, replay)
                                .chain(originals -> context(attempt, replay, strategy, originals))));
    }

    private Uni<List<AnalysisOutline>> originals(Attempt attempt, ReplayRecord replay) {
        return replay.analysis()
                .map(id ->
                        evidence.outline(id).map(found -> List.of(TaskContexts.present(found, "analysis", id.value()))))
                .orElseGet(() -> evidence.outlines(replay.of(), attempt.instrument()));
    }

    private Uni<ReplayContext> context(
            Attempt attempt, ReplayRecord replay, StrategyVersion strategy, List<AnalysisOutline> originals) {
        return prompts(replay, originals)
                .map(templates -> new ReplayContext(
                        TaskContexts.provenance(attempt, strategy),
                        strategy,
                        replay.spec(),
                        originals,
                        templates,
                        attempt.last(config.attempts())));
    }

    private Uni<Map<PromptTemplateId, Recorded<PromptTemplateId, PromptTemplate>>> prompts(
            ReplayRecord replay, List<AnalysisOutline> originals) {
        var ids = originals.stream()
                .flatMap(original -> replay.spec().asks(original).stream())
                .map(Ask::template)
                .distinct();
        return Multi.createFrom()
                .items(ids)
                .onItem()
                .transformToUniAndConcatenate(
                        id -> prompts.find(id).map(found -> TaskContexts.present(found, "prompt template", id.value())))
                .collect()
                .asMap(Recorded::id);
    }
}
