package io.candletrace.analysis.postgres;

import io.candletrace.analysis.BudgetLimit;
import io.candletrace.analysis.CallPlan;
import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The rows of {@code budgets} that a call is held against, in the caller's transaction. Always touched in the same order. */
final class BudgetRows {
    /** One conditional update a budget: it comes back only when the worst case still fits. */
    private static final String SET_ASIDE = """
            insert into budgets as b (scope, subject, day, limit_tokens, limit_usd, reserved_tokens, reserved_usd)
            select ?1, ?2, case when ?3 then cast(clock_timestamp() at time zone 'UTC' as date) end,
                   cast(?4 as bigint), cast(?5 as numeric), ?6, cast(?7 as numeric)
            where (cast(?4 as bigint) is null or ?6 <= cast(?4 as bigint))
              and (cast(?5 as numeric) is null or cast(?7 as numeric) <= cast(?5 as numeric))
            on conflict (scope, subject, day) do update set
                limit_tokens = excluded.limit_tokens, limit_usd = excluded.limit_usd,
                reserved_tokens = b.reserved_tokens + excluded.reserved_tokens,
                reserved_usd = b.reserved_usd + excluded.reserved_usd
            where (excluded.limit_tokens is null
                   or b.spent_tokens + b.reserved_tokens + excluded.reserved_tokens <= excluded.limit_tokens)
              and (excluded.limit_usd is null
                   or b.spent_usd + b.reserved_usd + excluded.reserved_usd <= excluded.limit_usd)
            returning b.id
            """;

    private static final String TAKEN = """
            select spent_tokens, reserved_tokens, spent_usd, reserved_usd from budgets
            where scope = ?1 and subject = ?2
              and day is not distinct from case when ?3 then cast(clock_timestamp() at time zone 'UTC' as date) end
            """;

    private BudgetRows() {}

    /** Sets the worst case aside in every budget, and answers their ids; fails with {@code BUDGET_EXCEEDED}. */
    static Uni<List<Long>> setAside(Mutiny.Session session, CallPlan plan) {
        var inOrder = plan.limits().stream()
                .sorted(Comparator.comparing(BudgetLimit::scope).thenComparing(BudgetLimit::subject))
                .toList();
        return Uni.join()
                .all(inOrder.stream()
                        .map(limit -> setAside(session, plan, limit))
                        .toList())
                .usingConcurrencyOf(1)
                .andFailFast();
    }

    private static Uni<Long> setAside(Mutiny.Session session, CallPlan plan, BudgetLimit limit) {
        return about(session.createNativeQuery(SET_ASIDE, Long.class), limit)
                .setParameter(4, limit.tokens().orElse(null))
                .setParameter(5, limit.usd().orElse(null))
                .setParameter(6, plan.worst().tokens())
                .setParameter(7, plan.worst().usd().orElse(BigDecimal.ZERO))
                .getResultList()
                .chain(ids -> ids.isEmpty()
                        ? refuse(session, plan, limit)
                        : Uni.createFrom().item(ids.getFirst()));
    }

    private static Uni<Long> refuse(Mutiny.Session session, CallPlan plan, BudgetLimit limit) {
        return about(session.createNativeQuery(TAKEN, Object[].class), limit)
                .getResultList()
                .map(rows -> rows.isEmpty() ? null : rows.getFirst())
                .chain(row -> Uni.createFrom().failure(exceeded(plan, limit, row)));
    }

    private static <T> Mutiny.SelectionQuery<T> about(Mutiny.SelectionQuery<T> query, BudgetLimit limit) {
        return query.setParameter(1, limit.scope().code())
                .setParameter(2, limit.subject())
                .setParameter(3, limit.daily());
    }

    private static ServiceException exceeded(CallPlan plan, BudgetLimit limit, Object @Nullable [] taken) {
        var span = limit.daily() ? " a day (UTC)" : "";
        var allowed = limit.tokens().map(tokens -> tokens + " tokens").orElse("")
                + (limit.tokens().isPresent() && limit.usd().isPresent() ? " and " : "")
                + limit.usd().map(usd -> usd.toPlainString() + " US dollars").orElse("");
        return new ServiceException(
                FailureReason.BUDGET_EXCEEDED,
                "the " + limit.scope().code() + " '" + limit.subject() + "' may spend " + allowed + span + "; "
                        + (taken == null ? "nothing is taken yet" : words(taken)) + ", and this call to '"
                        + plan.model() + "' may take " + plan.worst().tokens() + " tokens"
                        + plan.worst()
                                .usd()
                                .map(usd -> " or " + usd.toPlainString() + " US dollars")
                                .orElse(""));
    }

    private static String words(Object[] taken) {
        return taken[0] + " tokens and " + plain(taken[2]) + " US dollars are spent, " + taken[1] + " and "
                + plain(taken[3]) + " set aside";
    }

    private static String plain(Object number) {
        return new BigDecimal(number.toString()).stripTrailingZeros().toPlainString();
    }
}
