package io.candletrace.execution.postgres;

import io.candletrace.execution.Accepted;
import io.candletrace.execution.ExecutionArchive;
import io.candletrace.execution.ExecutionRecord;
import io.candletrace.execution.TaskRecord;
import io.candletrace.lineage.ExecutionId;
import io.candletrace.lineage.Window;
import io.candletrace.persistence.Listing;
import io.candletrace.persistence.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Executions and tasks as they lie in PostgreSQL. */
@ApplicationScoped
class PostgresExecutionArchive implements ExecutionArchive {

    /** Strategies are joined by their entities' names: packages share the database, not their classes. */
    private static final String SELECT = "select row, strategy.name, version.version from ArchivedExecution row"
            + " join StrategyEntity strategy on strategy.id = row.strategyId"
            + " join StrategyVersionEntity version on version.id = row.strategyVersionId";

    private static final String TASKS =
            "select task from ArchivedTask task where task.executionId = :id order by task.symbol, task.id";

    private final Transactions transactions;

    PostgresExecutionArchive(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Uni<List<ExecutionRecord>> list(Filter filter, Window window) {
        return transactions
                .read(session -> Listing.of(SELECT, Object[].class)
                        .where("strategy.name = :", filter.strategy())
                        .equal("runType", filter.runType())
                        .equal("status", filter.status())
                        .page(session, window, "createdAt"))
                .map(rows ->
                        rows.stream().map(PostgresExecutionArchive::execution).toList());
    }

    @Override
    public Uni<Optional<ExecutionRecord>> find(ExecutionId id) {
        return transactions.read(session -> execution(session, id));
    }

    @Override
    public Uni<List<TaskRecord>> tasks(ExecutionId id) {
        return transactions.read(session -> tasks(session, id));
    }

    @Override
    public Uni<Accepted> find(Mutiny.Session session, ExecutionId id) {
        return execution(session, id)
                .chain(found -> tasks(session, id).map(tasks -> new Accepted(found.orElseThrow(), tasks)));
    }

    private static Uni<Optional<ExecutionRecord>> execution(Mutiny.Session session, ExecutionId id) {
        return session.createQuery(SELECT + " where row.id = :id", Object[].class)
                .setParameter("id", id.value())
                .getResultList()
                .map(rows ->
                        rows.stream().map(PostgresExecutionArchive::execution).findFirst());
    }

    private static Uni<List<TaskRecord>> tasks(Mutiny.Session session, ExecutionId id) {
        return session.createQuery(TASKS, ArchivedTask.class)
                .setParameter("id", id.value())
                .getResultList()
                .map(rows -> rows.stream().map(ArchivedTask::toDomain).toList());
    }

    private static ExecutionRecord execution(Object[] row) {
        return ((ArchivedExecution) row[0]).toDomain((String) row[1], (Integer) row[2]);
    }
}
