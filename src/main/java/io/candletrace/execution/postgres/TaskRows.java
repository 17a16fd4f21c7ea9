package io.candletrace.execution.postgres;

import io.candletrace.execution.Attempt;
import io.candletrace.lineage.ExecutionId;
import io.candletrace.lineage.InstrumentId;
import io.candletrace.lineage.StrategyVersionId;
import io.candletrace.lineage.TaskId;
import io.candletrace.persistence.Fence;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** The rows of {@code workflow_tasks}, in the caller's transaction. Whoever locks several rows locks tasks before their execution. */
final class TaskRows {
    private static final String INSERT = """
            insert into workflow_tasks (execution_id, instrument_id, symbol, status)
            select ?1, id, symbol, 'ready' from instruments where id in (?2) returning id
            """;
    private static final String ATTEMPT = """
            t.attempts, t.execution_id, t.symbol, t.instrument_id, e.strategy_version_id, e.as_of,
                e.run_type = 'replay' as replay, t.failures, t.retries
            """;
    private static final String BEGIN = """
            with begun as (
                update workflow_tasks t
                set attempts = t.attempts + 1, status = 'running', owner = cast(cast(?2 as text) as uuid)
                from workflow_executions e
                where t.id = ?1 and e.id = t.execution_id and t.status = 'ready' and t.losses <= ?3
                    and e.cancel_requested_at is null
                returning
            """ + ATTEMPT + """
            ), running as (
                update workflow_executions set status = 'running', started_at = now()
                where status = 'pending' and id = (select execution_id from begun))
            select * from begun
            """;
    private static final String BEGUN = "select " + ATTEMPT + """
            from workflow_tasks t join workflow_executions e on e.id = t.execution_id
            where t.id = ?1 and t.status = 'running' and t.owner = cast(cast(?2 as text) as uuid)
            """;
    private static final String LOCK = """
            select t.status, t.losses, e.cancel_requested_at is not null
            from workflow_tasks t join workflow_executions e on e.id = t.execution_id where t.id = ?1 for update of t
            """;
    private static final String LOSE =
            "update workflow_tasks set losses = losses + 1, status = 'ready', owner = null where id = ?1";
    private static final String DECIDE_ALONE =
            "select cast(pg_advisory_xact_lock(hashtext('workflow_tasks suspects')) as text)";
    private static final String OTHER_SUSPECT = """
            select exists (select from workflow_tasks
                where status = 'running' and losses > 0 and losses >= ?2 and id <> ?1)
            """;
    private static final String END = """
            update workflow_tasks set status = ?2, last_error = coalesce(?3, last_error), failures = failures + ?4,
                completed_at = case when ?2 in ('completed', 'failed', 'cancelled') then now() end
            where id = ?1
            """;
    private static final String SETTLED = """
            select exists (select from workflow_tasks where id = ?1 and attempts = ?2
                and owner = cast(cast(?3 as text) as uuid) and status <> 'running')
            """;

    private TaskRows() {}

    static Uni<List<TaskId>> insert(Mutiny.Session session, ExecutionId execution, List<InstrumentId> instruments) {
        return session.createNativeQuery(INSERT, Long.class)
                .setParameter(1, execution.value())
                .setParameter(2, instruments.stream().map(InstrumentId::value).toList())
                .getResultList()
                .map(ids -> ids.stream().map(TaskId::new).toList());
    }

    /** Begins the task, and its execution with it, when it is ready, not cancelled, and lost no more than so often. */
    static Uni<Optional<Attempt>> begin(Mutiny.Session session, TaskId task, UUID owner, int mostLosses) {
        return session.createNativeQuery(BEGIN, Object[].class)
                .setParameter(1, task.value())
                .setParameter(2, owner.toString())
                .setParameter(3, mostLosses)
                .getResultList()
                .map(rows -> rows.stream().findFirst().map(row -> attempt(task, owner, row)));
    }

    static Uni<Optional<Attempt>> begun(Mutiny.Session session, TaskId task, UUID owner) {
        return session.createNativeQuery(BEGUN, Object[].class)
                .setParameter(1, task.value())
                .setParameter(2, owner.toString())
                .getResultList()
                .map(rows -> rows.stream().findFirst().map(row -> attempt(task, owner, row)));
    }

    static Uni<Optional<State>> lock(Mutiny.Session session, TaskId task) {
        return session.createNativeQuery(LOCK, Object[].class)
                .setParameter(1, task.value())
                .getResultList()
                .map(rows -> rows.stream()
                        .findFirst()
                        .map(row -> new State((String) row[0], (Integer) row[1], (Boolean) row[2])));
    }

    static Uni<Void> lose(Mutiny.Session session, TaskId task) {
        return session.createNativeQuery(LOSE)
                .setParameter(1, task.value())
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Whether another task that was lost so often runs; nobody else can find out, or begin one, until the transaction ends. */
    static Uni<Boolean> otherSuspectRuns(Mutiny.Session session, TaskId task, int leastLosses) {
        return session.createNativeQuery(DECIDE_ALONE, String.class)
                .getSingleResult()
                .chain(() -> session.createNativeQuery(OTHER_SUSPECT, Boolean.class)
                        .setParameter(1, task.value())
                        .setParameter(2, leastLosses)
                        .getSingleResult());
    }

    /** Moves the task on; an error is kept as its last one. */
    static Uni<Void> end(Mutiny.Session session, TaskId task, String status, Optional<String> error) {
        return end(session, task, status, error, 0);
    }

    /** The same after an attempt that failed, which counts. */
    static Uni<Void> fail(Mutiny.Session session, TaskId task, String status, String error) {
        return end(session, task, status, Optional.of(error), 1);
    }

    private static Uni<Void> end(
            Mutiny.Session session, TaskId task, String status, Optional<String> error, int failures) {
        return session.createNativeQuery(END)
                .setParameter(1, task.value())
                .setParameter(2, status)
                .setParameter(3, error.orElse(null))
                .setParameter(4, failures)
                .executeUpdate()
                .replaceWithVoid();
    }

    static Uni<Boolean> settled(Mutiny.Session session, Attempt attempt) {
        return session.createNativeQuery(SETTLED, Boolean.class)
                .setParameter(1, attempt.fence().task().value())
                .setParameter(2, attempt.fence().attempt())
                .setParameter(3, attempt.owner().toString())
                .getSingleResult();
    }

    private static Attempt attempt(TaskId task, UUID owner, Object[] row) {
        return new Attempt(
                new Fence(task, (Integer) row[0]),
                owner,
                new ExecutionId((Long) row[1]),
                (String) row[2],
                new InstrumentId((Long) row[3]),
                new StrategyVersionId((Long) row[4]),
                instant(row[5]),
                (Boolean) row[6],
                new Attempt.History((Integer) row[7], (Integer) row[8]));
    }

    private static Instant instant(Object value) {
        return value instanceof OffsetDateTime time ? time.toInstant() : (Instant) value;
    }

    /**
     * What decides whether a task may begin.
     *
     * @param cancelled whether somebody asked for its execution's end
     */
    record State(String status, int losses, boolean cancelled) {}
}
