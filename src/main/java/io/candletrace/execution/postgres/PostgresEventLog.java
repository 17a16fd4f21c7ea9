package io.candletrace.execution.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.candletrace.execution.EventLog;
import io.candletrace.execution.ExecutionEvent;
import io.candletrace.lineage.CanonicalJson;
import io.candletrace.lineage.ExecutionId;
import io.candletrace.persistence.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows of {@code workflow_events}. */
@ApplicationScoped
class PostgresEventLog implements EventLog {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int EXECUTIONS_SWEPT = 200;
    /** Below the oldest transaction that runs every id is settled; above it one may still come in before those that are seen. */
    private static final String AFTER = """
            select w.stream, e.id, e.execution_id, e.kind, e.task_id, e.attempt, e.symbol, e.timeframe, e.model_name, e.step_name,
                   cast(e.detail as text), e.at
            from jsonb_to_recordset(cast(cast(?1 as text) as jsonb)) as w(stream integer, execution_id bigint, after bigint)
            cross join lateral (
                select * from workflow_events v
                where v.execution_id = w.execution_id and v.id > w.after
                  and v.xid < pg_snapshot_xmin(pg_current_snapshot())
                order by v.id limit ?2) e
            order by w.stream, e.id
            """;

    private static final String RUNNING = """
            select 0, e.id, e.execution_id, e.kind, e.task_id, e.attempt, e.symbol, e.timeframe, e.model_name, e.step_name,
                   cast(e.detail as text), e.at
            from workflow_tasks t join workflow_events e
                on e.execution_id = t.execution_id and e.task_id = t.id and e.attempt = t.attempts and e.kind = 'step_started'
            where t.execution_id = ?1 and t.status = 'running'
              and not exists (select from workflow_steps s
                  where s.execution_id = t.execution_id and s.task_id = t.id and s.attempt = t.attempts
                    and s.step_name = e.step_name and s.started_at = e.at
                    and s.timeframe is not distinct from e.timeframe and s.model_name is not distinct from e.model_name)
            order by e.id
            """;
    private static final String OVER = """
            select coalesce(
                (select kind = 'execution_ended' from workflow_events
                 where execution_id = ?1 and id <= ?2
                   and kind in ('execution_accepted', 'execution_started', 'execution_ended', 'execution_retried')
                 order by id desc limit 1),
                not exists (select from workflow_events where execution_id = ?1)
                and exists (select from workflow_executions where id = ?1 and status in ('completed', 'failed', 'cancelled')))
            """;
    private static final String SWEEP = """
            delete from workflow_events where execution_id in (
                select v.execution_id from workflow_events v join workflow_executions e on e.id = v.execution_id
                where v.kind = 'execution_ended' and v.at < now() - ?1 * interval '1 second'
                  and e.completed_at < now() - ?1 * interval '1 second' and e.status in ('completed', 'failed', 'cancelled')
                order by v.at limit ?2)
            """;

    private final Transactions transactions;

    PostgresEventLog(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Uni<List<List<ExecutionEvent>>> after(List<Position> positions) {
        if (positions.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return transactions
                .read(session -> session.createNativeQuery(AFTER, Object[].class)
                        .setParameter(1, json(positions))
                        .setParameter(2, PAGE)
                        .getResultList())
                .map(rows -> byStream(positions.size(), rows));
    }

    @Override
    public Uni<List<ExecutionEvent>> running(ExecutionId execution) {
        return transactions
                .read(session -> session.createNativeQuery(RUNNING, Object[].class)
                        .setParameter(1, execution.value())
                        .getResultList())
                .map(rows -> rows.stream().map(PostgresEventLog::event).toList());
    }

    @Override
    public Uni<Boolean> over(Position position) {
        return transactions.read(session -> session.createNativeQuery(OVER, Boolean.class)
                .setParameter(1, position.execution().value())
                .setParameter(2, position.after())
                .getSingleResult());
    }

    @Override
    public Uni<Integer> sweep(Duration age) {
        return transactions.write(session -> session.createNativeQuery(SWEEP)
                .setParameter(1, age.toSeconds())
                .setParameter(2, EXECUTIONS_SWEPT)
                .executeUpdate());
    }

    private static String json(List<Position> positions) {
        return CanonicalJson.write(IntStream.range(0, positions.size())
                .mapToObj(stream -> Map.of(
                        "stream",
                        stream,
                        "execution_id",
                        positions.get(stream).execution().value(),
                        "after",
                        positions.get(stream).after()))
                .toList());
    }

    private static List<List<ExecutionEvent>> byStream(int streams, List<Object[]> rows) {
        var found = rows.stream()
                .collect(Collectors.groupingBy(
                        row -> (Integer) row[0], Collectors.mapping(PostgresEventLog::event, Collectors.toList())));
        return IntStream.range(0, streams)
                .mapToObj(stream -> found.getOrDefault(stream, List.of()))
                .toList();
    }

    private static ExecutionEvent event(Object[] row) {
        return new ExecutionEvent(
                (Long) row[1],
                (Long) row[2],
                (String) row[3],
                Optional.ofNullable((Long) row[4]),
                Optional.ofNullable((Integer) row[5]),
                Optional.ofNullable((String) row[6]),
                Optional.ofNullable((String) row[7]),
                Optional.ofNullable((String) row[8]),
                Optional.ofNullable((String) row[9]),
                detail((String) row[10]),
                row[11] instanceof OffsetDateTime time ? time.toInstant() : (Instant) row[11]);
    }

    private static Map<String, Object> detail(String json) {
        try {
            return JSON.readValue(json, new TypeReference<>() {});
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("jsonb is JSON, was " + json, impossible);
        }
    }
}
