package io.candletrace.execution.postgres;

import io.candletrace.execution.Interventions;
import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.lineage.ExecutionId;
import io.candletrace.lineage.Origin;
import io.candletrace.lineage.TaskId;
import io.candletrace.persistence.Transactions;
import io.candletrace.queue.TaskQueue;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Interventions in PostgreSQL. Tasks are locked before their execution, as whoever begins or ends one does. */
@ApplicationScoped
class PostgresInterventions implements Interventions {
    private static final String FIND = "select status, run_type from workflow_executions where id = ?1";
    private static final String RETRY_TASKS = """
            update workflow_tasks set status = 'ready', failures = 0, losses = 0, retries = retries + 1, owner = null,
                last_error = null, completed_at = null
            where id in (select id from workflow_tasks where execution_id = ?1 and status = 'failed' order by id for update)
            returning id
            """;
    private static final String RETRY_EXECUTION = """
            update workflow_executions set status = 'running', completed_at = null, error = null,
                result = result - array['tasks', 'completed', 'failed', 'cancelled', 'failures']
            where id = ?1 and status in ('completed', 'failed') returning id
            """;
    private static final String LOCK_TASKS =
            "select id from workflow_tasks where execution_id = ?1 and status in ('ready', 'running') order by id for update";
    private static final String CANCEL_TASKS = """
            update workflow_tasks set status = 'cancelled', completed_at = now()
            where execution_id = ?1 and status = 'ready' returning id
            """;
    private static final String CANCEL_EXECUTION = """
            update workflow_executions set cancel_requested_at = now(), cancelled_by = ?2, cancel_reason = ?3
            where id = ?1 and status in ('pending', 'running') and cancel_requested_at is null
            """;

    private final Transactions transactions;
    private final TaskQueue queue;

    PostgresInterventions(Transactions transactions, TaskQueue queue) {
        this.transactions = transactions;
        this.queue = queue;
    }

    @Override
    public Uni<Void> retry(ExecutionId execution) {
        return transactions
                .write(session -> found(session, execution)
                        .invoke(PostgresInterventions::requireRetryable)
                        .chain(() -> changed(session, RETRY_TASKS, execution))
                        .invoke(tasks -> require(!tasks.isEmpty(), "none of the execution's tasks has failed"))
                        .chain(tasks -> retried(session, execution)
                                .chain(() -> queue.enqueue(session, tasks, TaskQueue.Priority.MANUAL))))
                .invoke(queue::wake);
    }

    @Override
    public Uni<Void> cancel(ExecutionId execution, Origin origin) {
        return transactions.write(session -> locked(session, execution)
                .invoke(PostgresInterventions::requireCancellable)
                .chain(found -> cancel(session, execution, found, origin)));
    }

    @Override
    public Uni<Void> cancel(Mutiny.Session session, ExecutionId execution, Origin origin) {
        return locked(session, execution).chain(found -> cancel(session, execution, found, origin));
    }

    private static Uni<Found> locked(Mutiny.Session session, ExecutionId execution) {
        return changed(session, LOCK_TASKS, execution).chain(() -> found(session, execution));
    }

    private static void requireCancellable(Found found) {
        require(!found.ended() || found.status().equals("cancelled"), "the execution has ended: " + found.status());
    }

    private Uni<Void> cancel(Mutiny.Session session, ExecutionId execution, Found found, Origin origin) {
        return found.ended() ? Uni.createFrom().voidItem() : end(session, execution, origin);
    }

    private Uni<Void> end(Mutiny.Session session, ExecutionId execution, Origin origin) {
        return session.createNativeQuery(CANCEL_EXECUTION)
                .setParameter(1, execution.value())
                .setParameter(2, origin.createdBy())
                .setParameter(3, origin.changeNote())
                .executeUpdate()
                .chain(() -> changed(session, CANCEL_TASKS, execution))
                .chain(tasks -> queue.remove(session, tasks))
                .chain(() -> ExecutionRows.end(session, execution));
    }

    private static Uni<Void> retried(Mutiny.Session session, ExecutionId execution) {
        return session.createNativeQuery(RETRY_EXECUTION, Long.class)
                .setParameter(1, execution.value())
                .getResultList()
                .invoke(rows -> require(rows.size() == 1, "the execution is being retried by somebody else"))
                .replaceWithVoid();
    }

    private static void requireRetryable(Found found) {
        require(found.ended(), "the execution has not ended: " + found.status());
        require(!found.status().equals("cancelled"), "the execution was cancelled");
        require(!found.runType().equals("replay"), "a replay is not retried; another one can be asked for");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new ServiceException(FailureReason.CONFLICT, otherwise);
        }
    }

    private static Uni<Found> found(Mutiny.Session session, ExecutionId execution) {
        return session.createNativeQuery(FIND, Object[].class)
                .setParameter(1, execution.value())
                .getResultList()
                .map(rows -> rows.stream()
                        .findFirst()
                        .map(row -> new Found((String) row[0], (String) row[1]))
                        .orElseThrow(() -> new ServiceException(
                                FailureReason.NOT_FOUND, "there is no execution " + execution.value())));
    }

    private static Uni<List<TaskId>> changed(Mutiny.Session session, String sql, ExecutionId execution) {
        return session.createNativeQuery(sql, Long.class)
                .setParameter(1, execution.value())
                .getResultList()
                .map(ids -> ids.stream().map(TaskId::new).toList());
    }

    private record Found(String status, String runType) {
        boolean ended() {
            return !status.equals("pending") && !status.equals("running");
        }
    }
}
