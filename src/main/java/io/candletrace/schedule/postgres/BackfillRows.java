package io.candletrace.schedule.postgres;

import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.lineage.BackfillId;
import io.candletrace.queue.ClaimSwitch;
import io.candletrace.schedule.BackfillPlan;
import io.candletrace.schedule.BackfillRecord;
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** The rows of {@code backfills}, in the caller's transaction. */
final class BackfillRows {
    private static final String INSERT = """
            insert into backfills (strategy_id, strategy_version_id, from_at, to_at, step, pace, time_zone, max_cost_usd,
                concurrency, total, next_as_of, requested_by)
            values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12) returning id
            """;
    private static final String LOCK = """
            select id from backfills where id = ?1 and status = 'running' and next_as_of = ?2 and %s
            for update skip locked
            """.formatted(ClaimSwitch.RELEASED);
    private static final String MOVE = "update backfills set accepted = accepted + ?2, next_as_of = ?3 where id = ?1";
    private static final String END = """
            update backfills b set status = ?2, reason = ?3, ended_at = now()
            where id = ?1 and status = 'running'
              and (?2 <> 'completed' or next_as_of is null and not exists (
                  select from workflow_executions e where e.backfill_id = b.id and e.status in ('pending', 'running')))
            """;
    private static final String STATUS = "select status from backfills where id = ?1 for update";
    private static final String CANCEL =
            "update backfills set status = 'cancelled', reason = ?2, ended_at = now() where id = ?1";
    private static final String RESUME = """
            update backfills set status = 'running', reason = '', ended_at = null,
                max_cost_usd = coalesce(cast(?2 as numeric), max_cost_usd)
            where id = ?1
            """;

    private BackfillRows() {}

    static Uni<BackfillId> insert(Mutiny.Session session, BackfillPlan plan) {
        var request = plan.request();
        return session.createNativeQuery(INSERT, Long.class)
                .setParameter(1, plan.strategy().value())
                .setParameter(2, plan.version().value())
                .setParameter(3, Times.column(request.from()))
                .setParameter(4, Times.column(request.to()))
                .setParameter(5, request.step())
                .setParameter(6, plan.pace())
                .setParameter(7, plan.timeZone())
                .setParameter(8, request.maxCost().orElse(null))
                .setParameter(9, request.concurrency())
                .setParameter(10, plan.total())
                .setParameter(11, Times.column(plan.first()))
                .setParameter(12, request.requestedBy())
                .getSingleResult()
                .map(BackfillId::new);
    }

    /** Whether the backfill is as it was found, and held from now on. */
    static Uni<Boolean> lock(Mutiny.Session session, BackfillRecord backfill) {
        return session.createNativeQuery(LOCK, Long.class)
                .setParameter(1, backfill.id().value())
                .setParameter(2, Times.column(backfill.nextAsOf().orElseThrow()))
                .getResultList()
                .map(rows -> !rows.isEmpty());
    }

    static Uni<Integer> move(Mutiny.Session session, BackfillId id, int accepted, Optional<Instant> next) {
        return session.createNativeQuery(MOVE)
                .setParameter(1, id.value())
                .setParameter(2, accepted)
                .setParameter(3, next.map(Times::column).orElse(null))
                .executeUpdate();
    }

    static Uni<Integer> end(Mutiny.Session session, BackfillId id, String status, String reason) {
        return session.createNativeQuery(END)
                .setParameter(1, id.value())
                .setParameter(2, status)
                .setParameter(3, reason)
                .executeUpdate();
    }

    /** Held from now on; fails with {@code NOT_FOUND} when there is none. */
    static Uni<String> status(Mutiny.Session session, BackfillId id) {
        return session.createNativeQuery(STATUS, String.class)
                .setParameter(1, id.value())
                .getResultList()
                .map(rows -> rows.stream()
                        .findFirst()
                        .orElseThrow(() ->
                                new ServiceException(FailureReason.NOT_FOUND, "there is no backfill " + id.value())));
    }

    static Uni<Integer> cancel(Mutiny.Session session, BackfillId id, String reason) {
        return session.createNativeQuery(CANCEL)
                .setParameter(1, id.value())
                .setParameter(2, reason)
                .executeUpdate();
    }

    static Uni<Void> resume(Mutiny.Session session, BackfillId id, Optional<BigDecimal> maxCost) {
        return session.createNativeQuery(RESUME)
                .setParameter(1, id.value())
                .setParameter(2, maxCost.orElse(null))
                .executeUpdate()
                .replaceWithVoid();
    }
}
