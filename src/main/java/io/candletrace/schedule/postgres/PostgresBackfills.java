package io.candletrace.schedule.postgres;

import io.candletrace.execution.Acceptance;
import io.candletrace.execution.Interventions;
import io.candletrace.execution.Workflow;
import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.lineage.BackfillId;
import io.candletrace.lineage.ExecutionId;
import io.candletrace.lineage.Origin;
import io.candletrace.lineage.Window;
import io.candletrace.persistence.Listing;
import io.candletrace.persistence.Transactions;
import io.candletrace.schedule.BackfillPlan;
import io.candletrace.schedule.BackfillRecord;
import io.candletrace.schedule.BackfillRecord.Watched;
import io.candletrace.schedule.BackfillStore;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Backfills as rows, whose holder is the only one to drive them. */
@ApplicationScoped
class PostgresBackfills implements BackfillStore {
    private static final int MOST_RUNNING = 100;
    private static final String SELECT = "select row, strategy.name, version.version from BackfillEntity row"
            + " join StrategyEntity strategy on strategy.id = row.strategyId"
            + " join StrategyVersionEntity version on version.id = row.strategyVersionId";

    private static final String PENDING =
            "select id from workflow_executions where backfill_id = ?1 and status = 'pending' order by id";

    private final Transactions transactions;
    private final Workflow workflow;
    private final Interventions interventions;

    PostgresBackfills(Transactions transactions, Workflow workflow, Interventions interventions) {
        this.transactions = transactions;
        this.workflow = workflow;
        this.interventions = interventions;
    }

    @Override
    public Uni<Watched> insert(Mutiny.Session session, BackfillPlan plan) {
        return BackfillRows.insert(session, plan).chain(id -> find(session, id)).map(Optional::orElseThrow);
    }

    @Override
    public Uni<Optional<Watched>> find(BackfillId id) {
        return transactions.read(session -> find(session, id));
    }

    private static Uni<Optional<Watched>> find(Mutiny.Session session, BackfillId id) {
        return session.createQuery(SELECT + " where row.id = :id", Object[].class)
                .setParameter("id", id.value())
                .getResultList()
                .map(PostgresBackfills::records)
                .chain(found -> BackfillProgress.all(session, found))
                .map(found -> found.stream().findFirst());
    }

    @Override
    public Uni<List<Watched>> list(Optional<String> strategy, Optional<String> status, Window window) {
        return transactions.read(session -> Listing.of(SELECT, Object[].class)
                .where("strategy.name = :", strategy)
                .equal("status", status)
                .page(session, window, "createdAt")
                .map(PostgresBackfills::records)
                .chain(found -> BackfillProgress.all(session, found)));
    }

    @Override
    public Uni<List<Watched>> running() {
        return transactions.read(
                session -> session.createQuery(SELECT + " where row.status = 'running' order by row.id", Object[].class)
                        .setMaxResults(MOST_RUNNING)
                        .getResultList()
                        .map(PostgresBackfills::records)
                        .chain(found -> BackfillProgress.open(session, found)));
    }

    @Override
    public Uni<Boolean> accept(BackfillRecord backfill, List<Acceptance> acceptances, Optional<Instant> next) {
        return transactions.write(session -> BackfillRows.lock(session, backfill)
                .call(locked -> locked
                        ? accept(session, acceptances)
                                .chain(() -> BackfillRows.move(session, backfill.id(), acceptances.size(), next))
                        : Uni.createFrom().voidItem()));
    }

    @Override
    public Uni<Void> end(BackfillId id, String status, String reason) {
        return transactions
                .write(session -> BackfillRows.end(session, id, status, reason))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> cancel(BackfillId id, String reason) {
        return transactions.write(session -> BackfillRows.status(session, id)
                .invoke(status -> refuse(status.equals("completed"), id, status))
                .chain(status -> status.equals("cancelled")
                        ? Uni.createFrom().voidItem()
                        : BackfillRows.cancel(session, id, reason).chain(() -> cancelPending(session, id, reason))));
    }

    /** At most as many as the backfill may have unfinished; those that run finish. */
    private Uni<Void> cancelPending(Mutiny.Session session, BackfillId id, String reason) {
        var origin = new Origin("backfill " + id.value(), reason);
        return session.createNativeQuery(PENDING, Long.class)
                .setParameter(1, id.value())
                .getResultList()
                .chain(pending -> Multi.createFrom()
                        .iterable(pending)
                        .onItem()
                        .transformToUniAndConcatenate(
                                execution -> interventions.cancel(session, new ExecutionId(execution), origin))
                        .collect()
                        .last())
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> resume(BackfillId id, Optional<BigDecimal> maxCost) {
        return transactions.write(session -> BackfillRows.status(session, id)
                .invoke(status -> refuse(!List.of("stopped", "failed").contains(status), id, status))
                .chain(status -> BackfillRows.resume(session, id, maxCost)));
    }

    /** One after the other: a session does one thing at a time. */
    private Uni<Void> accept(Mutiny.Session session, List<Acceptance> acceptances) {
        return Multi.createFrom()
                .iterable(acceptances)
                .onItem()
                .transformToUniAndConcatenate(acceptance -> workflow.accept(session, acceptance))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static void refuse(boolean impossible, BackfillId id, String status) {
        if (impossible) {
            throw new ServiceException(FailureReason.CONFLICT, "the backfill " + id.value() + " is " + status);
        }
    }

    private static List<BackfillRecord> records(List<Object[]> rows) {
        return rows.stream()
                .map(row -> ((BackfillEntity) row[0]).toDomain((String) row[1], (Integer) row[2]))
                .toList();
    }
}
