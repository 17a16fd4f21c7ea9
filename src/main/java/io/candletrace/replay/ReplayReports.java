package io.candletrace.replay;

import io.candletrace.execution.ReplayRecord;
import io.candletrace.execution.ReplayWorkflow;
import io.candletrace.journal.AnalysisOutline;
import io.candletrace.journal.EvidenceArchive;
import io.candletrace.lineage.ExecutionId;
import io.candletrace.pipeline.ReplaySpec;
import io.candletrace.prompt.Prompts;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Compares what replays were answered with what was answered before. */
@ApplicationScoped
public class ReplayReports {
    private final ReplayWorkflow workflow;
    private final EvidenceArchive evidence;
    private final Prompts prompts;

    ReplayReports(ReplayWorkflow workflow, EvidenceArchive evidence, Prompts prompts) {
        this.workflow = workflow;
        this.evidence = evidence;
        this.prompts = prompts;
    }

    /** Of an execution, while it runs too; empty when it is no replay. Fails with {@code DATABASE_UNAVAILABLE}. */
    public Uni<Optional<ReplayReport>> report(ExecutionId id) {
        return workflow.find(id)
                .chain(found -> found.map(replay -> report(replay).map(Optional::of))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private Uni<ReplayReport> report(ReplayRecord replay) {
        return Uni.combine()
                .all()
                .unis(prompt(replay.spec()), originals(replay), evidence.replays(replay.execution()))
                .with((prompt, originals, answers) -> ReplayReport.of(replay, prompt, originals, answers));
    }

    private Uni<List<AnalysisOutline>> originals(ReplayRecord replay) {
        return replay.analysis()
                .map(id -> evidence.outline(id).map(found -> found.stream().toList()))
                .orElseGet(() -> evidence.outlines(replay.of()));
    }

    private Uni<Optional<String>> prompt(ReplaySpec spec) {
        return switch (spec) {
            case ReplaySpec.Resample ignored -> Uni.createFrom().item(Optional.empty());
            case ReplaySpec.Counterfactual(var models, var prompt) ->
                prompt.map(id -> prompts.find(id)
                                .map(found -> found.map(template -> template.value()
                                        .key()
                                        .pin(template.value().version()))))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
        };
    }
}
