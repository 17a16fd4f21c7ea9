package io.candletrace.analysis.postgres;

import io.candletrace.analysis.CallGate;
import io.candletrace.analysis.CallPlan;
import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.persistence.Transactions;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/** Turns and budgets in PostgreSQL: one transaction lets a call in, one lets it out. */
@ApplicationScoped
class PostgresCallGate implements CallGate {
    private static final Logger LOG = Logger.getLogger(PostgresCallGate.class);
    private static final int FIRST_ATTEMPT = 1;

    private static final String CANCELLED = """
            select exists (select from workflow_tasks t join workflow_executions e on e.id = t.execution_id
                           where t.id = ?1 and e.cancel_requested_at is not null)
            """;

    private final Transactions transactions;

    PostgresCallGate(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Uni<Turn> enter(CallPlan plan) {
        return Uni.createFrom()
                .item(plan)
                .invoke(PostgresCallGate::requirePrice)
                .chain(this::settleEarlier)
                .chain(() -> transactions.write(session -> enter(session, plan)));
    }

    /** A task must not wait for the turn of its own dead attempt. In a transaction before, as it locks budgets first. */
    private Uni<CallPlan> settleEarlier(CallPlan plan) {
        return plan.attempt() == FIRST_ATTEMPT
                ? Uni.createFrom().item(plan)
                : transactions
                        .write(session -> Reservations.settleEarlier(session, plan))
                        .replaceWith(plan);
    }

    /** Counts in full what nobody gave back: its call may have been made, and paid for, by a replica that died. */
    @Scheduled(every = "20s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return transactions
                .write(Reservations::settleExpired)
                .invoke(expired -> {
                    if (expired > 0) {
                        LOG.warnf("%d calls were never settled and count in full", expired);
                    }
                })
                .replaceWithVoid()
                .onFailure()
                .recoverWithUni(failure -> {
                    LOG.debugf("expired reservations wait: %s", failure.getMessage());
                    return Uni.createFrom().voidItem();
                });
    }

    private static Uni<Turn> enter(Mutiny.Session session, CallPlan plan) {
        return requireWanted(session, plan).chain(() -> turn(session, plan));
    }

    /** Nothing more is asked, nor paid for, once somebody has cancelled the execution. */
    private static Uni<Void> requireWanted(Mutiny.Session session, CallPlan plan) {
        return session.createNativeQuery(CANCELLED, Boolean.class)
                .setParameter(1, plan.task().value())
                .getSingleResult()
                .invoke(cancelled -> {
                    if (cancelled) {
                        throw new ServiceException(FailureReason.CANCELLED, "the execution was cancelled");
                    }
                })
                .replaceWithVoid();
    }

    private static Uni<Turn> turn(Mutiny.Session session, CallPlan plan) {
        return PaceRow.take(session, plan)
                .chain(pause -> pause.map(turn -> reserve(session, plan, turn))
                        .orElseGet(() -> Uni.createFrom().item(new Turn.Full())));
    }

    private static Uni<Turn> reserve(Mutiny.Session session, CallPlan plan, Duration pause) {
        return BudgetRows.setAside(session, plan)
                .chain(budgets -> Reservations.insert(session, plan, budgets, pause))
                .map(reservation -> new Turn.Granted(reservation, pause));
    }

    private static void requirePrice(CallPlan plan) {
        if (plan.worst().usd().isEmpty()) {
            plan.limits().stream()
                    .filter(limit -> limit.usd().isPresent())
                    .findFirst()
                    .ifPresent(limit -> {
                        throw new ServiceException(
                                FailureReason.PRICE_UNKNOWN,
                                "the model '" + plan.model() + "' has no price, and the US dollars of the "
                                        + limit.scope().code() + " '" + limit.subject()
                                        + "' are limited; POST /api/model-prices gives it one");
                    });
        }
    }
}
