package io.candletrace.schedule.postgres;

import io.candletrace.lineage.BackfillId;
import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Cancels what a backfill has not begun, in the caller's transaction. Tasks are locked before executions, as whoever begins or ends one
 * does; those that somebody is just beginning are passed by and run.
 */
final class PendingExecutions {
    private static final String TASKS = """
            update workflow_tasks set status = 'cancelled', completed_at = now()
            where id in (select t.id from workflow_tasks t join workflow_executions e on e.id = t.execution_id
                         where e.backfill_id = ?1 and e.status = 'pending' and t.status = 'ready'
                         order by t.id for update of t skip locked)
            """;
    private static final String QUEUE = """
            delete from scheduled_tasks q using workflow_tasks t, workflow_executions e
            where e.backfill_id = ?1 and t.execution_id = e.id and t.status = 'cancelled'
              and q.task_name = 'workflow-task' and q.task_instance = cast(t.id as text) and not q.picked
            """;
    private static final String LOCK = """
            select id from workflow_executions
            where backfill_id = ?1 and status in ('pending', 'running') order by id for update
            """;

    /** With the executions locked: the last task of one that had begun may have ended before its others were cancelled. */
    private static final String EXECUTIONS = """
            update workflow_executions e set completed_at = now(),
                status = case when t.completed > 0 then 'completed' when t.failed > 0 then 'failed' else 'cancelled' end,
                error = case when t.completed > 0 then null else t.first_error end,
                result = e.result || jsonb_build_object('tasks', t.total, 'completed', t.completed, 'failed', t.failed)
            from (select execution_id, count(*) as total,
                         count(*) filter (where status = 'completed') as completed,
                         count(*) filter (where status = 'failed') as failed,
                         count(*) filter (where status in ('ready', 'running')) as unfinished,
                         min(last_error) filter (where status = 'failed') as first_error
                  from workflow_tasks
                  where execution_id in (select id from workflow_executions
                                         where backfill_id = ?1 and status in ('pending', 'running'))
                  group by execution_id) t
            where e.id = t.execution_id and t.unfinished = 0 and e.status in ('pending', 'running')
            """;

    private PendingExecutions() {}

    static Uni<Void> cancel(Mutiny.Session session, BackfillId backfill) {
        return change(session, TASKS, backfill)
                .chain(() -> change(session, QUEUE, backfill))
                .chain(() -> session.createNativeQuery(LOCK, Long.class)
                        .setParameter(1, backfill.value())
                        .getResultList())
                .chain(() -> change(session, EXECUTIONS, backfill))
                .replaceWithVoid();
    }

    private static Uni<Integer> change(Mutiny.Session session, String sql, BackfillId backfill) {
        return session.createNativeQuery(sql).setParameter(1, backfill.value()).executeUpdate();
    }
}
