package io.candletrace.schedule.postgres;

import io.candletrace.execution.Workflow;
import io.candletrace.lineage.CanonicalJson;
import io.candletrace.lineage.StrategyId;
import io.candletrace.lineage.StrategyVersionId;
import io.candletrace.persistence.Transactions;
import io.candletrace.queue.ClaimSwitch;
import io.candletrace.schedule.DueStrategy;
import io.candletrace.schedule.Fire;
import io.candletrace.schedule.FireClaims;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Claims with the strategy's row: whoever holds it deals with its fires, and everybody else passes by. The unique index over
 * (strategy_id, scheduled_for) is the last line and is never needed.
 */
@ApplicationScoped
class PostgresFireClaims implements FireClaims {
    private static final String DUE = """
            select id, name, current_version_id, schedule, time_zone, catch_up, next_execution_at, now()
            from strategies
            where active and paused_at is null and schedule is not null and next_execution_at <= now() and %s
            order by next_execution_at limit ?1
            """.formatted(ClaimSwitch.RELEASED);
    private static final String LOCK = """
            select id from strategies
            where id = ?1 and active and paused_at is null and next_execution_at = ?2 and current_version_id = ?3
              and schedule = ?4 and time_zone = ?5 and catch_up = ?6 and %s
            for update skip locked
            """.formatted(ClaimSwitch.RELEASED);
    private static final String THERE = """
            select scheduled_for from workflow_executions
            where strategy_id = ?1 and run_type = 'scheduled' and scheduled_for in (?2)
            """;
    private static final String FAILED = """
            insert into workflow_executions (strategy_id, strategy_version_id, status, run_type, as_of, scheduled_for,
                requested_by, result, error, completed_at)
            values (?1, ?2, 'failed', 'scheduled', ?3, ?3, 'schedule', cast(cast(?4 as text) as jsonb), ?5, now())
            """;
    private static final String MOVE =
            "update strategies set next_execution_at = ?2, schedule_error = null where id = ?1";
    private static final String COMPLAIN =
            "update strategies set schedule_error = ?3 where id = ?1 and next_execution_at = ?2";
    private static final String GIVE_UP = """
            update strategies set schedule_error = ?3, next_execution_at = null where id = ?1 and next_execution_at = ?2
            """;

    private final Transactions transactions;
    private final Workflow workflow;

    PostgresFireClaims(Transactions transactions, Workflow workflow) {
        this.transactions = transactions;
        this.workflow = workflow;
    }

    @Override
    public Uni<List<DueStrategy>> due(int limit) {
        return transactions
                .read(session -> session.createNativeQuery(DUE, Object[].class)
                        .setParameter(1, limit)
                        .getResultList())
                .map(rows -> rows.stream().map(PostgresFireClaims::due).toList());
    }

    @Override
    public Uni<Optional<Integer>> claim(DueStrategy strategy, List<Fire> fires, Optional<Instant> next) {
        return transactions.write(session -> lock(session, strategy)
                .chain(locked -> locked
                        ? accept(session, strategy, fires)
                                .call(() -> move(session, strategy, next))
                                .map(Optional::of)
                        : Uni.createFrom().item(Optional.<Integer>empty())));
    }

    @Override
    public Uni<Void> complain(DueStrategy strategy, String error) {
        return note(COMPLAIN, strategy, error);
    }

    @Override
    public Uni<Void> giveUp(DueStrategy strategy, String error) {
        return note(GIVE_UP, strategy, error);
    }

    private static Uni<Boolean> lock(Mutiny.Session session, DueStrategy strategy) {
        return session.createNativeQuery(LOCK, Long.class)
                .setParameter(1, strategy.id().value())
                .setParameter(2, Times.column(strategy.due()))
                .setParameter(3, strategy.version().value())
                .setParameter(4, strategy.schedule())
                .setParameter(5, strategy.timeZone())
                .setParameter(6, strategy.catchUp())
                .getResultList()
                .map(rows -> !rows.isEmpty());
    }

    private Uni<Integer> accept(Mutiny.Session session, DueStrategy strategy, List<Fire> fires) {
        return there(session, strategy, fires)
                .onItem()
                .transformToMulti(there ->
                        Multi.createFrom().items(fires.stream().filter(fire -> !there.contains(fire.at()))))
                .onItem()
                .transformToUniAndConcatenate(fire -> accept(session, strategy, fire))
                .collect()
                .with(Collectors.summingInt(Integer::intValue));
    }

    private Uni<Integer> accept(Mutiny.Session session, DueStrategy strategy, Fire fire) {
        return switch (fire) {
            case Fire.Possible(var at, var acceptance) ->
                workflow.accept(session, acceptance).replaceWith(1);
            case Fire.Impossible(var at, var error) ->
                session.createNativeQuery(FAILED)
                        .setParameter(1, strategy.id().value())
                        .setParameter(2, strategy.version().value())
                        .setParameter(3, Times.column(at))
                        .setParameter(4, CanonicalJson.write(Map.of("as_of_source", "schedule")))
                        .setParameter(5, error)
                        .executeUpdate();
        };
    }

    private static Uni<List<Instant>> there(Mutiny.Session session, DueStrategy strategy, List<Fire> fires) {
        if (fires.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return session.createNativeQuery(THERE, OffsetDateTime.class)
                .setParameter(1, strategy.id().value())
                .setParameter(
                        2, fires.stream().map(fire -> Times.column(fire.at())).toList())
                .getResultList()
                .map(found -> found.stream().map(OffsetDateTime::toInstant).toList());
    }

    private static Uni<Integer> move(Mutiny.Session session, DueStrategy strategy, Optional<Instant> next) {
        return session.createNativeQuery(MOVE)
                .setParameter(1, strategy.id().value())
                .setParameter(2, next.map(Times::column).orElse(null))
                .executeUpdate();
    }

    private Uni<Void> note(String sql, DueStrategy strategy, String error) {
        return transactions
                .write(session -> session.createNativeQuery(sql)
                        .setParameter(1, strategy.id().value())
                        .setParameter(2, Times.column(strategy.due()))
                        .setParameter(3, error)
                        .executeUpdate())
                .replaceWithVoid();
    }

    private static DueStrategy due(Object[] row) {
        return new DueStrategy(
                new StrategyId((Long) row[0]),
                (String) row[1],
                new StrategyVersionId((Long) row[2]),
                (String) row[3],
                (String) row[4],
                (String) row[5],
                Times.instant(row[6]),
                Times.instant(row[7]));
    }
}
