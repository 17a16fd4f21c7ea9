package io.candletrace.schedule.postgres;

import io.candletrace.schedule.BackfillRecord;
import io.candletrace.schedule.BackfillRecord.Progress;
import io.candletrace.schedule.BackfillRecord.Watched;
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;

/** How far backfills are, counted from their executions in the caller's session. */
final class BackfillProgress {
    private static final String SPENT = """
            (select coalesce(sum(c.cost_usd), 0) from workflow_executions e
             join workflow_tasks t on t.execution_id = e.id join llm_calls c on c.task_id = t.id
             where e.backfill_id = b.id)
            """;
    private static final String ALL = """
            select b.id, count(e.id) filter (where e.status = 'completed'), count(e.id) filter (where e.status = 'failed'),
                   count(e.id) filter (where e.status = 'cancelled'),
                   count(e.id) filter (where e.status in ('pending', 'running')), %s
            from backfills b left join workflow_executions e on e.backfill_id = b.id
            where b.id in (?1) group by b.id
            """.formatted(SPENT);

    /** Asked every second: only what decides about the next step. */
    private static final String OPEN = """
            select b.id, cast(0 as bigint), cast(0 as bigint), cast(0 as bigint),
                   (select count(*) from workflow_executions e
                    where e.backfill_id = b.id and e.status in ('pending', 'running')),
                   case when b.max_cost_usd is null or b.next_as_of is null then 0 else %s end
            from backfills b where b.id in (?1)
            """.formatted(SPENT);

    private BackfillProgress() {}

    static Uni<List<Watched>> all(Mutiny.Session session, List<BackfillRecord> backfills) {
        return of(session, ALL, backfills);
    }

    static Uni<List<Watched>> open(Mutiny.Session session, List<BackfillRecord> backfills) {
        return of(session, OPEN, backfills);
    }

    private static Uni<List<Watched>> of(Mutiny.Session session, String sql, List<BackfillRecord> backfills) {
        if (backfills.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return session.createNativeQuery(sql, Object[].class)
                .setParameter(
                        1,
                        backfills.stream()
                                .map(backfill -> backfill.id().value())
                                .toList())
                .getResultList()
                .map(BackfillProgress::byId)
                .map(progress -> backfills.stream()
                        .map(backfill -> watched(backfill, progress))
                        .toList());
    }

    private static Watched watched(BackfillRecord backfill, Map<Long, Progress> progress) {
        return new Watched(backfill, progress.getOrDefault(backfill.id().value(), Progress.NONE));
    }

    private static Map<Long, Progress> byId(List<Object[]> rows) {
        var progress = new HashMap<Long, Progress>();
        rows.forEach(row -> progress.put((Long) row[0], progress(row)));
        return progress;
    }

    private static Progress progress(Object[] row) {
        return new Progress((Long) row[1], (Long) row[2], (Long) row[3], (Long) row[4], usd(row[5]));
    }

    private static BigDecimal usd(Object value) {
        return new BigDecimal(value.toString()).stripTrailingZeros();
    }
}
