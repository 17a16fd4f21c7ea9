package io.candletrace.execution.postgres;

import io.candletrace.execution.Acceptance;
import io.candletrace.execution.Trigger;
import io.candletrace.lineage.BackfillId;
import io.candletrace.lineage.CanonicalJson;
import io.candletrace.lineage.ExecutionId;
import io.candletrace.lineage.TaskId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The rows of {@code workflow_executions}, in the caller's transaction. */
final class ExecutionRows {
    private static final String INSERT = """
            insert into workflow_executions
                (strategy_id, strategy_version_id, status, run_type, as_of, requested_by, result, scheduled_for, backfill_id,
                 idempotency_key)
            values (?1, ?2, 'pending', ?6, ?3, ?4, cast(cast(?5 as text) as jsonb), ?7, ?8, ?9) returning id
            """;
    private static final String LOCK = """
            select id from workflow_executions
            where id = (select execution_id from workflow_tasks where id = ?1) for update
            """;
    private static final String END = """
            update workflow_executions e set completed_at = now(),
                status = case when e.cancel_requested_at is not null then 'cancelled'
                    when t.completed > 0 then 'completed' else 'failed' end,
                error = case when t.completed > 0 then null else t.first_error end,
                result = e.result || jsonb_build_object('tasks', t.total, 'completed', t.completed,
                    'failed', t.failed, 'cancelled', t.cancelled, 'failures', t.failures)
            from (select execution_id, count(*) as total,
                         count(*) filter (where status = 'completed') as completed,
                         count(*) filter (where status = 'failed') as failed,
                         count(*) filter (where status = 'cancelled') as cancelled,
                         count(*) filter (where status in ('ready', 'running')) as unfinished,
                         min(last_error) filter (where status = 'failed') as first_error,
                         coalesce(jsonb_object_agg(symbol, last_error) filter (where status = 'failed'), '{}')
                             as failures
                  from workflow_tasks where execution_id = ?1 group by execution_id) t
            where e.id = t.execution_id and t.unfinished = 0 and e.status in ('pending', 'running')
            """;

    private ExecutionRows() {}

    static Uni<ExecutionId> insert(Mutiny.Session session, Acceptance acceptance) {
        var asOf = acceptance.asOf();
        return session.createNativeQuery(INSERT, Long.class)
                .setParameter(1, acceptance.version().strategy().value())
                .setParameter(2, acceptance.version().id().value())
                .setParameter(3, asOf.instant().atOffset(ZoneOffset.UTC))
                .setParameter(4, acceptance.requestedBy())
                .setParameter(5, CanonicalJson.write(Map.of("as_of_source", asOf.source())))
                .setParameter(6, acceptance.trigger().runType())
                .setParameter(7, fire(acceptance.trigger()))
                .setParameter(8, backfill(acceptance.trigger()))
                .setParameter(9, acceptance.key().orElse(null))
                .getSingleResult()
                .map(ExecutionId::new);
    }

    private static @Nullable OffsetDateTime fire(Trigger trigger) {
        return trigger instanceof Trigger.Scheduled(Instant fire) ? fire.atOffset(ZoneOffset.UTC) : null;
    }

    private static @Nullable Long backfill(Trigger trigger) {
        return trigger instanceof Trigger.Backfill(BackfillId backfill) ? backfill.value() : null;
    }

    /** Ends the execution when no task of it is left. The lock makes the last two tasks see each other. */
    static Uni<Void> endWithLastTask(Mutiny.Session session, TaskId task) {
        return session.createNativeQuery(LOCK, Long.class)
                .setParameter(1, task.value())
                .getSingleResult()
                .chain(execution -> end(session, new ExecutionId(execution)));
    }

    /** Ends the execution when no task of it is left; its row is locked. */
    static Uni<Void> end(Mutiny.Session session, ExecutionId execution) {
        return session.createNativeQuery(END)
                .setParameter(1, execution.value())
                .executeUpdate()
                .replaceWithVoid();
    }
}
