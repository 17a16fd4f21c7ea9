package io.candletrace.reconciliation.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.candletrace.lineage.Window;
import io.candletrace.reconciliation.FindingRecord;
import io.candletrace.reconciliation.Reconciliation;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Rows of {@code reconciliations} and {@code reconciliation_findings}, read. */
final class ReconciliationRows {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SELECT = """
            select r.id, r.trigger, r.dry_run, r.status, r.started_at, r.ended_at, r.objects, r.row_objects, r.rehashed,
                (select cast(coalesce(jsonb_object_agg(f.name, f.count), '{}') as text)
                 from (select kind || ' ' || action as name, count(*) as count from reconciliation_findings
                       where reconciliation_id = r.id group by kind, action) f),
                r.error
            from reconciliations r
            """;
    private static final String WINDOW = """
            and %1$s.id < ?1 and %1$s.%2$s >= coalesce(cast(?2 as timestamptz), '-infinity')
            and %1$s.%2$s < coalesce(cast(?3 as timestamptz), 'infinity') order by %1$s.id desc limit ?4
            """;
    private static final String FINDINGS = """
            select f.id, f.reconciliation_id, f.kind, f.object_key, f.table_name, f.row_id, f.action, f.detail, f.found_at
            from reconciliation_findings f where f.reconciliation_id = ?5
            """;

    private ReconciliationRows() {}

    static Uni<List<Reconciliation>> page(Mutiny.Session session, Window window) {
        return bound(
                        session.createNativeQuery(
                                SELECT + "where true " + WINDOW.formatted("r", "started_at"), Object[].class),
                        window)
                .getResultList()
                .map(rows -> rows.stream().map(ReconciliationRows::run).toList());
    }

    static Uni<Optional<Reconciliation>> find(Mutiny.Session session, long run) {
        return session.createNativeQuery(SELECT + "where r.id = ?1", Object[].class)
                .setParameter(1, run)
                .getResultList()
                .map(rows -> rows.stream().findFirst().map(ReconciliationRows::run));
    }

    static Uni<List<FindingRecord>> findings(Mutiny.Session session, long run, Window window) {
        return bound(session.createNativeQuery(FINDINGS + WINDOW.formatted("f", "found_at"), Object[].class), window)
                .setParameter(5, run)
                .getResultList()
                .map(rows -> rows.stream().map(ReconciliationRows::finding).toList());
    }

    private static Mutiny.SelectionQuery<Object[]> bound(Mutiny.SelectionQuery<Object[]> query, Window window) {
        return query.setParameter(1, window.below().orElse(Long.MAX_VALUE))
                .setParameter(2, time(window.from()))
                .setParameter(3, time(window.to()))
                .setParameter(4, window.limit());
    }

    private static @Nullable OffsetDateTime time(Optional<Instant> instant) {
        return instant.map(time -> time.atOffset(ZoneOffset.UTC)).orElse(null);
    }

    private static Reconciliation run(Object[] row) {
        return new Reconciliation(
                (Long) row[0],
                (String) row[1],
                (Boolean) row[2],
                (String) row[3],
                instant(row[4]),
                Optional.ofNullable(row[5]).map(ReconciliationRows::instant),
                (Long) row[6],
                (Long) row[7],
                (Long) row[8],
                counts((String) row[9]),
                Optional.ofNullable((String) row[10]));
    }

    private static FindingRecord finding(Object[] row) {
        return new FindingRecord(
                (Long) row[0],
                (Long) row[1],
                (String) row[2],
                (String) row[3],
                Optional.ofNullable((String) row[4]),
                Optional.ofNullable((Long) row[5]),
                (String) row[6],
                (String) row[7],
                instant(row[8]));
    }

    private static Map<String, Long> counts(String json) {
        try {
            return JSON.readValue(json, new TypeReference<>() {});
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("jsonb is JSON, was " + json, impossible);
        }
    }

    private static Instant instant(Object value) {
        return value instanceof OffsetDateTime time ? time.toInstant() : (Instant) value;
    }
}
