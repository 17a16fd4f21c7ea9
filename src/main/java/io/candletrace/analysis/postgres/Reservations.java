package io.candletrace.analysis.postgres;

import io.candletrace.analysis.CallGate.Settlement;
import io.candletrace.analysis.CallPlan;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** The rows of {@code budget_reservations}, in the caller's transaction. */
final class Reservations {
    /** How much longer than its patience a call may be on its way to its settlement. */
    private static final Duration GRACE = Duration.ofSeconds(30);

    private static final String INSERT = """
            insert into budget_reservations (model_config, task_id, budgets, tokens, usd, expires_at, attempt)
            values (?1, ?2, cast(cast(?3 as text) as bigint[]), ?4, cast(?5 as numeric),
                    clock_timestamp() + ?6 * interval '1 millisecond', ?7)
            returning id
            """;
    /** What to do with the budgets of the rows that {@code settled} names; locks them in the order in which they are reserved. */
    private static final String BOOK = """
            , due as (select b.budget, sum(s.tokens) as reserved_tokens, sum(coalesce(s.usd, 0)) as reserved_usd,
                             sum(s.spent_tokens) as spent_tokens, sum(coalesce(s.spent_usd, 0)) as spent_usd
                      from settled s cross join lateral unnest(s.budgets) as b(budget) group by b.budget),
            locked as (select l.id from budgets l where l.id in (select budget from due)
                       order by array_position(array['service', 'model', 'strategy', 'execution'], l.scope), l.subject
                       for update),
            booked as (update budgets u set reserved_tokens = u.reserved_tokens - d.reserved_tokens,
                              reserved_usd = u.reserved_usd - d.reserved_usd,
                              spent_tokens = u.spent_tokens + d.spent_tokens,
                              spent_usd = u.spent_usd + d.spent_usd
                       from due d join locked k on k.id = d.budget where u.id = d.budget returning u.id)
            select cast((select count(*) from settled) as bigint) from (select count(*) from booked) as done
            """;

    private static final String SETTLE = """
            with settled as (
                update budget_reservations set settled_at = clock_timestamp(), spent_tokens = ?2,
                       spent_usd = coalesce(cast(?3 as numeric), usd)
                where id = ?1 and settled_at is null returning budgets, tokens, usd, spent_tokens, spent_usd)
            """ + BOOK;
    private static final String IN_FULL = """
            settled as (
                update budget_reservations r set settled_at = clock_timestamp(), spent_tokens = r.tokens, spent_usd = r.usd
                from expired e where r.id = e.id returning r.budgets, r.tokens, r.usd, r.spent_tokens, r.spent_usd)
            """ + BOOK;

    private static final String SETTLE_EXPIRED = """
            with expired as (
                select id from budget_reservations where settled_at is null and expires_at < clock_timestamp()
                order by id for update skip locked limit 1000),
            """ + IN_FULL;
    private static final String SETTLE_EARLIER = """
            with expired as (
                select id from budget_reservations
                where model_config = ?1 and settled_at is null and task_id = ?2 and attempt < ?3
                order by id for update skip locked),
            """ + IN_FULL;

    private Reservations() {}

    static Uni<Long> insert(Mutiny.Session session, CallPlan plan, List<Long> budgets, Duration pause) {
        return session.createNativeQuery(INSERT, Long.class)
                .setParameter(1, plan.model())
                .setParameter(2, plan.task().value())
                .setParameter(
                        3,
                        budgets.stream()
                                .sorted()
                                .toList()
                                .toString()
                                .replace('[', '{')
                                .replace(']', '}'))
                .setParameter(4, plan.worst().tokens())
                .setParameter(5, plan.worst().usd().orElse(null))
                .setParameter(6, pause.plus(plan.patience()).plus(GRACE).toMillis())
                .setParameter(7, plan.attempt())
                .getSingleResult();
    }

    /** Does nothing when it was settled before. */
    static Uni<Void> settle(Mutiny.Session session, Settlement settlement) {
        return session.createNativeQuery(SETTLE, Long.class)
                .setParameter(1, settlement.reservation())
                .setParameter(2, settlement.tokens())
                .setParameter(3, settlement.usd().orElse(null))
                .getSingleResult()
                .replaceWithVoid();
    }

    /** Counts in full what attempts before this one left behind: whoever asked has gone, and may have been answered. */
    static Uni<Long> settleEarlier(Mutiny.Session session, CallPlan plan) {
        return session.createNativeQuery(SETTLE_EARLIER, Long.class)
                .setParameter(1, plan.model())
                .setParameter(2, plan.task().value())
                .setParameter(3, plan.attempt())
                .getSingleResult();
    }

    /** How many expired, at most a thousand at a time. */
    static Uni<Long> settleExpired(Mutiny.Session session) {
        return session.createNativeQuery(SETTLE_EXPIRED, Long.class).getSingleResult();
    }
}
