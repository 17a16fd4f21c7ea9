package io.candletrace.execution;

import io.candletrace.feed.Instruments;
import io.candletrace.lineage.ExecutionId;
import io.candletrace.lineage.StrategyVersionId;
import io.candletrace.queue.TaskQueue;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Function;

/** Accepts executions: what was accepted is in the database with its tasks and their places in the queue. */
@ApplicationScoped
public class Executions {
    private final Intake intake;
    private final Instruments instruments;
    private final Workflow workflow;
    private final ExecutionArchive archive;
    private final Idempotency idempotency;
    private final Backlog backlog;
    private final TaskQueue queue;

    Executions(
            Intake intake,
            Instruments instruments,
            Workflow workflow,
            ExecutionArchive archive,
            Idempotency idempotency,
            Backlog backlog,
            TaskQueue queue) {
        this.intake = intake;
        this.instruments = instruments;
        this.workflow = workflow;
        this.archive = archive;
        this.idempotency = idempotency;
        this.backlog = backlog;
        this.queue = queue;
    }

    /**
     * Accepts an execution, in one transaction with its tasks. Fails with {@code IMPOSSIBLE_REQUEST} when there is no such
     * strategy, it lacks a symbol, or {@code as_of} is in the future.
     */
    public Uni<ExecutionId> accept(ExecutionRequest request) {
        return check(request, new Trigger.Manual()).chain(workflow::accept).invoke(queue::wake);
    }

    /**
     * Accepts an execution once, in one transaction with its tasks and with what is answered. Fails as {@link #accept} does, as
     * {@link Idempotency} does, and with {@code BACKLOG_FULL}.
     *
     * @param key what the client calls its request, when it has a name for it
     * @param answer what is answered about what was accepted
     */
    public Uni<Answer> accept(
            ExecutionRequest request, Optional<IdempotencyKey> key, Function<Accepted, Answer> answer) {
        return idempotency
                .answer(
                        key,
                        () -> backlog.admit()
                                .chain(() -> check(request, new Trigger.Manual()))
                                .map(found -> key.map(IdempotencyKey::key)
                                        .map(found::withKey)
                                        .orElse(found)),
                        (session, acceptance) -> workflow.accept(session, acceptance)
                                .chain(id -> archive.find(session, id))
                                .map(answer))
                .invoke(queue::wake);
    }

    /**
     * Finds out whether a request is possible; writes at most rows of instruments. Fails as {@link #accept} does.
     *
     * @param trigger why the execution would exist
     */
    public Uni<Acceptance> check(ExecutionRequest request, Trigger trigger) {
        return intake.check(request).chain(intent -> acceptance(request.requestedBy(), trigger, intent));
    }

    /**
     * The same for all symbols of a version that was pinned, at a time that has passed.
     *
     * @param asOf what the execution would see
     * @param requestedBy who wants it
     */
    public Uni<Acceptance> check(StrategyVersionId version, AsOf asOf, Trigger trigger, String requestedBy) {
        return intake.check(version, asOf).chain(intent -> acceptance(requestedBy, trigger, intent));
    }

    private Uni<Acceptance> acceptance(String requestedBy, Trigger trigger, Intent intent) {
        return instruments
                .findOrAdd(
                        intent.feed(),
                        intent.instruments(),
                        LocalDate.ofInstant(intent.asOf().instant(), ZoneOffset.UTC))
                .map(found ->
                        new Acceptance(intent.version(), intent.asOf(), trigger, requestedBy, found, Optional.empty()));
    }
}
