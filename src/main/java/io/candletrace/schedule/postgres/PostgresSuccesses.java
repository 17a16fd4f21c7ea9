package io.candletrace.schedule.postgres;

import io.candletrace.lineage.StrategyId;
import io.candletrace.persistence.Transactions;
import io.candletrace.schedule.Successes;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads the newest success of each strategy from the index that holds only successes. */
@ApplicationScoped
class PostgresSuccesses implements Successes {
    private static final String NEWEST = """
            (select max(e.as_of) from workflow_executions e
             where e.strategy_id = s.id and e.run_type = 'scheduled' and e.status = 'completed')
            """;
    private static final String LAST =
            "select * from (select s.id, %s as newest from strategies s where s.id in (?1)) found where newest is not null"
                    .formatted(NEWEST);
    private static final String WAITING = """
            select s.name, s.schedule, s.time_zone, s.scheduled_since, %s from strategies s
            where s.active and s.paused_at is null and s.schedule is not null and s.scheduled_since is not null
            """.formatted(NEWEST);

    private final Transactions transactions;

    PostgresSuccesses(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Uni<Map<StrategyId, Instant>> last(List<StrategyId> strategies) {
        if (strategies.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return transactions
                .read(session -> session.createNativeQuery(LAST, Object[].class)
                        .setParameter(
                                1, strategies.stream().map(StrategyId::value).toList())
                        .getResultList())
                .map(rows -> rows.stream()
                        .collect(Collectors.toMap(row -> new StrategyId((Long) row[0]), row -> Times.instant(row[1]))));
    }

    @Override
    public Uni<List<Waiting>> waiting() {
        return transactions
                .read(session ->
                        session.createNativeQuery(WAITING, Object[].class).getResultList())
                .map(rows -> rows.stream().map(PostgresSuccesses::waiting).toList());
    }

    private static Waiting waiting(Object[] row) {
        return new Waiting(
                (String) row[0],
                (String) row[1],
                (String) row[2],
                Times.instant(row[3]),
                Optional.ofNullable(row[4]).map(Times::instant));
    }
}
