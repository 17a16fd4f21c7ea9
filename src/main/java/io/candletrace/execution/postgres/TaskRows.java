package io.candletrace.execution.postgres;

import io.candletrace.execution.Workflow.Attempt;
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
import org.hibernate.reactive.mutiny.Mutiny;

/** The rows of {@code workflow_tasks}, in the caller's transaction. */
final class TaskRows {
    private static final String INSERT = """
            insert into workflow_tasks (execution_id, instrument_id, symbol, status)
            select ?1, id, symbol, 'ready' from instruments where id in (?2) returning id
            """;
    private static final String BEGIN = """
            update workflow_tasks t set attempts = t.attempts + 1, status = 'running'
            from workflow_executions e
            where t.id = ?1 and e.id = t.execution_id and t.status in ('ready', 'running')
            returning t.attempts, t.execution_id, t.symbol, t.instrument_id, e.strategy_version_id, e.as_of,
                e.run_type = 'replay'
            """;
    private static final String END = """
            update workflow_tasks set status = ?2, last_error = ?3,
                completed_at = case when ?2 in ('completed', 'failed') then now() end
            where id = ?1
            """;

    private TaskRows() {}

    static Uni<List<TaskId>> insert(Mutiny.Session session, ExecutionId execution, List<InstrumentId> instruments) {
        return session.createNativeQuery(INSERT, Long.class)
                .setParameter(1, execution.value())
                .setParameter(2, instruments.stream().map(InstrumentId::value).toList())
                .getResultList()
                .map(ids -> ids.stream().map(TaskId::new).toList());
    }

    static Uni<Optional<Attempt>> begin(Mutiny.Session session, TaskId task) {
        return session.createNativeQuery(BEGIN, Object[].class)
                .setParameter(1, task.value())
                .getResultList()
                .map(rows -> rows.stream().findFirst().map(row -> attempt(task, row)));
    }

    static Uni<Void> end(Mutiny.Session session, TaskId task, String status, Optional<String> error) {
        return session.createNativeQuery(END)
                .setParameter(1, task.value())
                .setParameter(2, status)
                .setParameter(3, error.orElse(null))
                .executeUpdate()
                .replaceWithVoid();
    }

    private static Attempt attempt(TaskId task, Object[] row) {
        return new Attempt(
                new Fence(task, (Integer) row[0]),
                new ExecutionId((Long) row[1]),
                (String) row[2],
                new InstrumentId((Long) row[3]),
                new StrategyVersionId((Long) row[4]),
                instant(row[5]),
                (Boolean) row[6]);
    }

    private static Instant instant(Object value) {
        return value instanceof OffsetDateTime time ? time.toInstant() : (Instant) value;
    }
}
