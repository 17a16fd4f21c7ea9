package io.candletrace.execution;

import io.candletrace.analysis.Analysts;
import io.candletrace.analysis.ModelConfig;
import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.journal.AnalysisOutline;
import io.candletrace.journal.EvidenceArchive;
import io.candletrace.lineage.AnalysisId;
import io.candletrace.lineage.ExecutionId;
import io.candletrace.pipeline.ReplaySpec;
import io.candletrace.queue.TaskQueue;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Accepts replays: executions that ask again about charts that are there, and make no signals. */
@ApplicationScoped
public class Replays {
    private final ReplayWishes wishes;
    private final ReplayableExecutions executions;
    private final EvidenceArchive evidence;
    private final Analysts analysts;
    private final ReplayWorkflow workflow;
    private final TaskQueue queue;

    Replays(
            ReplayWishes wishes,
            ReplayableExecutions executions,
            EvidenceArchive evidence,
            Analysts analysts,
            ReplayWorkflow workflow,
            TaskQueue queue) {
        this.wishes = wishes;
        this.executions = executions;
        this.evidence = evidence;
        this.analysts = analysts;
        this.workflow = workflow;
        this.queue = queue;
    }

    /**
     * Accepts the replay of one analysis. Fails with {@code NOT_FOUND} when there is none of this id, with {@code
     * IMPOSSIBLE_REQUEST} when it is a replay itself or the wish cannot be met, and with {@code CONFLICT} when the same cannot be
     * asked any more because the model is configured otherwise now.
     */
    public Uni<ExecutionId> accept(AnalysisId id, ReplayWish wish) {
        return wishes.spec(wish)
                .chain(spec -> original(id)
                        .chain(original -> executions
                                .find(original.asked().execution())
                                .map(execution -> new ReplayAcceptance(
                                        execution,
                                        Optional.of(id),
                                        spec,
                                        wish.requestedBy(),
                                        List.of(original.asked().instrument())))
                                .invoke(() -> requireAskable(spec, List.of(original)))))
                .chain(workflow::accept)
                .invoke(queue::wake);
    }

    /**
     * Accepts the replay of all analyses of an execution, one task an instrument. Fails as {@link #accept(AnalysisId, ReplayWish)}
     * does, and with {@code CONFLICT} when the execution has not ended.
     */
    public Uni<ExecutionId> accept(ExecutionId id, ReplayWish wish) {
        return wishes.spec(wish)
                .chain(spec -> executions
                        .ended(id)
                        .chain(execution -> evidence.outlines(id)
                                .invoke(originals -> requireAskable(spec, originals))
                                .map(originals -> acceptance(execution, spec, wish, originals))))
                .chain(workflow::accept)
                .invoke(queue::wake);
    }

    private static ReplayAcceptance acceptance(
            ExecutionRecord execution, ReplaySpec spec, ReplayWish wish, List<AnalysisOutline> originals) {
        var instruments = originals.stream()
                .filter(original -> !spec.asks(original).isEmpty())
                .map(original -> original.asked().instrument())
                .distinct()
                .toList();
        return new ReplayAcceptance(execution, Optional.empty(), spec, wish.requestedBy(), instruments);
    }

    private Uni<AnalysisOutline> original(AnalysisId id) {
        return evidence.outline(id)
                .chain(found -> found.map(Uni.createFrom()::item).orElseGet(() -> missing(id)));
    }

    private Uni<AnalysisOutline> missing(AnalysisId id) {
        return evidence.evidence(id).map(found -> {
            throw found.map(replay -> impossible("analysis " + id.value() + " is a replay of analysis "
                            + replay.row().subject().replayOfId().orElseThrow() + ", which can be replayed"))
                    .orElseGet(
                            () -> new ServiceException(FailureReason.NOT_FOUND, "there is no analysis " + id.value()));
        });
    }

    private void requireAskable(ReplaySpec spec, List<AnalysisOutline> originals) {
        if (originals.stream().allMatch(original -> spec.asks(original).isEmpty())) {
            throw impossible(
                    originals.isEmpty()
                            ? "the execution asked nobody anything that could be asked again"
                            : "that was asked already of the same models with the same prompts; a resample asks it again");
        }
        if (spec instanceof ReplaySpec.Resample) {
            requireUnchanged(originals);
        }
    }

    /** The same request can be sent again only while the model is configured as it was. */
    private void requireUnchanged(List<AnalysisOutline> originals) {
        var changed = originals.stream()
                .filter(original -> !unchanged(original))
                .map(original -> original.asked().model())
                .distinct()
                .collect(Collectors.joining("', '"));
        if (!changed.isEmpty()) {
            throw new ServiceException(
                    FailureReason.CONFLICT,
                    "the same cannot be asked again: the configuration of '" + changed
                            + "' is not the one that answered; a counterfactual asks it as it is configured now");
        }
    }

    private boolean unchanged(AnalysisOutline original) {
        return analysts.find(original.asked().model())
                .map(ModelConfig::sha256)
                .filter(original.asked().modelConfig()::equals)
                .isPresent();
    }

    private static ServiceException impossible(String detail) {
        return new ServiceException(FailureReason.IMPOSSIBLE_REQUEST, detail);
    }
}
