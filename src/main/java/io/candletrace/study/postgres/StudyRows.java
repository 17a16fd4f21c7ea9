package io.candletrace.study.postgres;

import io.candletrace.lineage.StudyId;
import io.candletrace.lineage.Window;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Reads rows of {@code studies} with their predictions counted, in the caller's session. */
final class StudyRows {
    /** What is leased at the moment is not looked at yet; what waits for bars that do not exist is due later. */
    private static final String SELECT = """
            select s.id, s.backfill_id, array_to_string(s.horizons, ','), s.status, s.inputs_sha256, s.result_sha256, s.reason, s.created_at,
                s.ended_at, s.repeats, r.inputs_sha256, r.result_sha256, j.total, j.resolved, j.waiting, j.failed
            from studies s left join studies r on r.id = s.repeats,
                lateral (
                    select count(*) as total, count(*) filter (where o.state = 'resolved') as resolved,
                        count(*) filter (where o.state = 'pending' and o.last_error is null and o.looked_at is not null
                            and o.due_at > now()) as waiting,
                        count(*) filter (where o.state = 'pending' and o.last_error is not null) as failed
                    from workflow_executions e join charts c on c.execution_id = e.id join llm_analyses a on a.chart_id = c.id
                        join outcome_subjects o on o.llm_analysis_id = a.id
                    where e.backfill_id = s.backfill_id and o.state <> 'none' and not o.replay) j
            """;

    private static final String PAGE = SELECT + """
            where (cast(?1 as text) is null or exists (select from backfills b join strategies t on t.id = b.strategy_id
                    where b.id = s.backfill_id and t.name = ?1))
              and (cast(?2 as text) is null or s.status = ?2) and (cast(?3 as bigint) is null or s.id < ?3)
              and (cast(?4 as timestamptz) is null or s.created_at >= ?4)
              and (cast(?5 as timestamptz) is null or s.created_at < ?5)
            order by s.id desc
            """;

    /** Counting predictions costs something: not while there are more to come. */
    private static final String READY = SELECT + """
            where s.status = 'running' and s.backfill_id in (select b.id from backfills b where b.status <> 'running')
            order by s.id
            """;

    private StudyRows() {}

    static Uni<Optional<StudyRow>> of(Mutiny.Session session, StudyId id) {
        return session.createNativeQuery(SELECT + " where s.id = ?1", Object[].class)
                .setParameter(1, id.value())
                .getResultList()
                .map(rows -> rows.stream().findFirst().map(StudyRow::of));
    }

    static Uni<List<StudyRow>> ready(Mutiny.Session session) {
        return session.createNativeQuery(READY, Object[].class).getResultList().map(StudyRows::rows);
    }

    static Uni<List<StudyRow>> page(
            Mutiny.Session session, Optional<String> strategy, Optional<String> status, Window window) {
        return session.createNativeQuery(PAGE, Object[].class)
                .setParameter(1, strategy.orElse(null))
                .setParameter(2, status.orElse(null))
                .setParameter(3, window.below().isPresent() ? window.below().getAsLong() : null)
                .setParameter(4, time(window.from()))
                .setParameter(5, time(window.to()))
                .setMaxResults(window.limit())
                .getResultList()
                .map(StudyRows::rows);
    }

    private static List<StudyRow> rows(List<Object[]> rows) {
        return rows.stream().map(StudyRow::of).toList();
    }

    private static @Nullable OffsetDateTime time(Optional<Instant> instant) {
        return instant.map(moment -> moment.atOffset(ZoneOffset.UTC)).orElse(null);
    }
}
