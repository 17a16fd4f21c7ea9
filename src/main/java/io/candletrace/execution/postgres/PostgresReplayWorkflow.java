package io.candletrace.execution.postgres;

import io.candletrace.execution.ReplayAcceptance;
import io.candletrace.execution.ReplayRecord;
import io.candletrace.execution.ReplayWorkflow;
import io.candletrace.lineage.ExecutionId;
import io.candletrace.persistence.Transactions;
import io.candletrace.queue.TaskQueue;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Replays in PostgreSQL, with the queue in the same transactions. */
@ApplicationScoped
class PostgresReplayWorkflow implements ReplayWorkflow {
    private final Transactions transactions;
    private final TaskQueue queue;

    PostgresReplayWorkflow(Transactions transactions, TaskQueue queue) {
        this.transactions = transactions;
        this.queue = queue;
    }

    @Override
    public Uni<ExecutionId> accept(Mutiny.Session session, ReplayAcceptance acceptance) {
        return ReplayRows.insert(session, acceptance)
                .call(execution -> TaskRows.insert(session, execution, acceptance.instruments())
                        .chain(tasks -> queue.enqueue(session, tasks, TaskQueue.Priority.REPLAY)));
    }

    @Override
    public Uni<Optional<ReplayRecord>> find(ExecutionId id) {
        return transactions
                .read(session -> session.find(ReplayEntity.class, id.value()))
                .map(row -> Optional.ofNullable(row).map(ReplayEntity::toDomain));
    }
}
