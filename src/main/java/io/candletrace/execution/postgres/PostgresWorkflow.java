package io.candletrace.execution.postgres;

import io.candletrace.execution.Acceptance;
import io.candletrace.execution.Attempt;
import io.candletrace.execution.ExecutionConfig;
import io.candletrace.execution.Workflow;
import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.lineage.ExecutionId;
import io.candletrace.lineage.InstrumentId;
import io.candletrace.lineage.Recorded;
import io.candletrace.lineage.TaskId;
import io.candletrace.persistence.Fence;
import io.candletrace.persistence.Transactions;
import io.candletrace.queue.ClaimSwitch;
import io.candletrace.queue.TaskQueue;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/** The workflow in PostgreSQL, with the queue in the same transactions. */
@ApplicationScoped
class PostgresWorkflow implements Workflow {
    private static final Duration WHILE_STOPPED = Duration.ofSeconds(5);

    private final Transactions transactions;
    private final TaskQueue queue;
    private final ExecutionConfig config;
    private final ClaimSwitch claiming;
    private final Counter revived;

    PostgresWorkflow(
            Transactions transactions,
            TaskQueue queue,
            ExecutionConfig config,
            ClaimSwitch claiming,
            MeterRegistry meters) {
        this.transactions = transactions;
        this.queue = queue;
        this.config = config;
        this.claiming = claiming;
        this.revived = Counter.builder("candletrace.tasks.revived")
                .description("tasks taken over from an owner that went away without a word")
                .register(meters);
    }

    @Override
    public Uni<ExecutionId> accept(Acceptance acceptance) {
        return transactions.write(session -> accept(session, acceptance));
    }

    @Override
    public Uni<ExecutionId> accept(Mutiny.Session session, Acceptance acceptance) {
        return ExecutionRows.insert(session, acceptance)
                .call(execution -> TaskRows.insert(session, execution, ids(acceptance))
                        .chain(tasks -> queue.enqueue(
                                session, tasks, acceptance.trigger().priority())));
    }

    @Override
    public Uni<Begin> begin(TaskId task, UUID owner) {
        return transactions
                .write(session -> claiming.requireReleased(session)
                        .chain(() -> new TaskBegin(session, task, owner, config.losses()).run()))
                .onFailure(PostgresWorkflow::claimingStopped)
                .recoverWithItem(() -> new TaskBegin.Result(new Begin.NotNow(WHILE_STOPPED), false))
                .invoke(result -> {
                    if (result.revived()) {
                        revived.increment();
                    }
                })
                .map(TaskBegin.Result::begin);
    }

    @Override
    public Uni<Optional<Attempt>> begun(TaskId task, UUID owner) {
        return transactions.read(session -> TaskRows.begun(session, task, owner));
    }

    @Override
    public Uni<Void> complete(Fence fence) {
        return last(fence, session -> TaskRows.end(session, fence.task(), "completed", Optional.empty()));
    }

    @Override
    public Uni<Void> fail(Fence fence, String error) {
        return last(fence, session -> TaskRows.fail(session, fence.task(), "failed", error));
    }

    @Override
    public Uni<Void> cancel(Fence fence) {
        return last(fence, session -> TaskRows.end(session, fence.task(), "cancelled", Optional.empty()));
    }

    @Override
    public Uni<Void> release(Fence fence, String error) {
        return transactions.write(fence, session -> TaskRows.fail(session, fence.task(), "ready", error));
    }

    @Override
    public Uni<Void> handBack(Fence fence) {
        return transactions.write(fence, session -> TaskRows.end(session, fence.task(), "ready", Optional.empty()));
    }

    @Override
    public Uni<Boolean> settled(Attempt attempt) {
        return transactions.read(session -> TaskRows.settled(session, attempt));
    }

    private Uni<Void> last(Fence fence, Function<Mutiny.Session, Uni<Void>> end) {
        return transactions.write(
                fence, session -> end.apply(session).chain(() -> ExecutionRows.endWithLastTask(session, fence.task())));
    }

    private static boolean claimingStopped(Throwable failure) {
        return failure instanceof ServiceException known && known.reason() == FailureReason.CLAIMING_STOPPED;
    }

    private static List<InstrumentId> ids(Acceptance acceptance) {
        return acceptance.instruments().stream().map(Recorded::id).toList();
    }
}
