package io.candletrace.execution.postgres;

import io.candletrace.execution.Acceptance;
import io.candletrace.execution.Workflow;
import io.candletrace.lineage.ExecutionId;
import io.candletrace.lineage.InstrumentId;
import io.candletrace.lineage.Recorded;
import io.candletrace.lineage.TaskId;
import io.candletrace.persistence.Fence;
import io.candletrace.persistence.Transactions;
import io.candletrace.queue.ClaimSwitch;
import io.candletrace.queue.TaskQueue;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** The workflow in PostgreSQL, with the queue in the same transactions. */
@ApplicationScoped
class PostgresWorkflow implements Workflow {
    private final Transactions transactions;
    private final TaskQueue queue;
    private final ClaimSwitch claiming;

    PostgresWorkflow(Transactions transactions, TaskQueue queue, ClaimSwitch claiming) {
        this.transactions = transactions;
        this.queue = queue;
        this.claiming = claiming;
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
    public Uni<Optional<Attempt>> begin(TaskId task) {
        return transactions.write(session -> claiming.requireReleased(session)
                .chain(() -> TaskRows.begin(session, task))
                .call(attempt -> attempt.isPresent()
                        ? ExecutionRows.begin(session, attempt.get().execution())
                        : Uni.createFrom().voidItem()));
    }

    @Override
    public Uni<Void> complete(Fence fence) {
        return transactions.write(
                fence,
                session -> TaskRows.end(session, fence.task(), "completed", Optional.empty())
                        .chain(() -> ExecutionRows.endWithLastTask(session, fence.task())));
    }

    @Override
    public Uni<Void> fail(Fence fence, String error) {
        return transactions.write(
                fence,
                session -> TaskRows.end(session, fence.task(), "failed", Optional.of(error))
                        .chain(() -> ExecutionRows.endWithLastTask(session, fence.task())));
    }

    @Override
    public Uni<Void> release(Fence fence, String error) {
        return transactions.write(fence, session -> TaskRows.end(session, fence.task(), "ready", Optional.of(error)));
    }

    private static List<InstrumentId> ids(Acceptance acceptance) {
        return acceptance.instruments().stream().map(Recorded::id).toList();
    }
}
