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
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Accepts replays: executions that ask again about charts that are there, and make no signals. */
@ApplicationScoped
public class Replays {
    private final ReplayWishes wishes;
    private final ReplayableExecutions executions;
    private final EvidenceArchive evidence;
    private final Analysts analysts;
    private final ReplayWorkflow workflow;
    private final ExecutionArchive archive;
    private final Idempotency idempotency;
    private final Backlog backlog;
    private final TaskQueue queue;

    Replays(
            ReplayWishes wishes,
            ReplayableExecutions executions,
            EvidenceArchive evidence,
            Analysts analysts,
            ReplayWorkflow workflow,
            ExecutionArchive archive,
            Idempotency idempotency,
            Backlog backlog,
            TaskQueue queue) {
        this.wishes = wishes;
        this.executions = executions;
        this.evidence = evidence;
        this.analysts = analysts;
        this.workflow = workflow;
        this.archive = archive;
        this.idempotency = idempotency;
        this.backlog = backlog;
        this.queue = queue;
    }

    /**
     * Accepts the replay of one analysis, once, in one transaction with its tasks and with what is answered. Fails with {@code
     * NOT_FOUND} when there is none of this id, with {@code IMPOSSIBLE_REQUEST} when it is a replay itself or the wish cannot be
     * met, with {@code CONFLICT} when the same cannot be asked any more because the model is configured otherwise now, as {@link
     * Idempotency} does, and with {@code BACKLOG_FULL}.
     *
     * @param key what the client calls its request, when it has a name for it
     * @param answer what is answered about what was accepted
     */
    public Uni<Answer> accept(
            AnalysisId id, ReplayWish wish, Optional<IdempotencyKey> key, Function<Accepted, Answer> answer) {
        return accept(key, () -> wishes.spec(wish).chain(spec -> check(id, wish, spec)), answer);
    }

    /**
     * Accepts the replay of all analyses of an execution, one task an instrument. Fails as the replay of one analysis does, and
     * with {@code CONFLICT} when the execution has not ended.
     *
     * @param key what the client calls its request, when it has a name for it
     * @param answer what is answered about what was accepted
     */
    public Uni<Answer> accept(
            ExecutionId id, ReplayWish wish, Optional<IdempotencyKey> key, Function<Accepted, Answer> answer) {
        return accept(key, () -> wishes.spec(wish).chain(spec -> check(id, wish, spec)), answer);
    }

    private Uni<Answer> accept(
            Optional<IdempotencyKey> key, Supplier<Uni<ReplayAcceptance>> check, Function<Accepted, Answer> answer) {
        return idempotency
                .answer(
                        key,
                        () -> backlog.admit().chain(() -> check.get()),
                        (session, acceptance) -> workflow.accept(session, acceptance)
                                .chain(execution -> archive.find(session, execution))
                                .map(answer))
                .invoke(queue::wake);
    }

    private Uni<ReplayAcceptance> check(AnalysisId id, ReplayWish wish, ReplaySpec spec) {
        return original(id)
                .invoke(original -> requireAskable(spec, List.of(original)))
                .chain(original -> executions
                        .find(original.asked().execution())
                        .map(execution -> new ReplayAcceptance(
                                execution,
                                Optional.of(id),
                                spec,
                                wish.requestedBy(),
                                List.of(original.asked().instrument()))));
    }

    private Uni<ReplayAcceptance> check(ExecutionId id, ReplayWish wish, ReplaySpec spec) {
        return executions
                .ended(id)
                .chain(execution -> evidence.outlines(id)
                        .invoke(originals -> requireAskable(spec, originals))
                        .map(originals -> acceptance(execution, spec, wish, originals)));
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
