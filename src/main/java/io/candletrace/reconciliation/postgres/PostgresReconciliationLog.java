package io.candletrace.reconciliation.postgres;

import io.candletrace.lineage.CanonicalJson;
import io.candletrace.lineage.Window;
import io.candletrace.persistence.Transactions;
import io.candletrace.reconciliation.Finding;
import io.candletrace.reconciliation.FindingRecord;
import io.candletrace.reconciliation.NamedObject;
import io.candletrace.reconciliation.Reconciliation;
import io.candletrace.reconciliation.ReconciliationLog;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reconciliations in PostgreSQL. */
@ApplicationScoped
class PostgresReconciliationLog implements ReconciliationLog {
    private static final String ABANDON = """
            update reconciliations set status = 'abandoned', ended_at = now()
            where status = 'running' and alive_at < now() - interval '5 minutes'
            """;
    private static final String BEGIN = """
            insert into reconciliations (trigger, dry_run) values (?1, ?2) on conflict do nothing returning id
            """;
    private static final String DUE = """
            select not exists (select from reconciliations
                where trigger = 'scheduled' and started_at > now() - ?1 * interval '1 second')
            """;
    private static final String PROGRESS = """
            update reconciliations set alive_at = now(), objects = objects + ?2, row_objects = row_objects + ?3,
                rehashed = rehashed + ?4, rehashed_to = coalesce(?5, rehashed_to)
            where id = ?1
            """;
    private static final String FOUND = """
            insert into reconciliation_findings (reconciliation_id, kind, object_key, table_name, row_id, action, detail)
            select ?1, f.kind, f.object_key, f.table_name, f.row_id, f.action, f.detail
            from jsonb_to_recordset(cast(cast(?2 as text) as jsonb))
                as f(kind text, object_key text, table_name text, row_id bigint, action text, detail text)
            """;
    private static final String END = """
            update reconciliations set status = case when cast(?2 as text) is null then 'completed' else 'failed' end, error = ?2,
                ended_at = now()
            where id = ?1
            """;
    private static final String REHASHED_TO = """
            select coalesce((select rehashed_to from reconciliations where rehashed > 0 order by id desc limit 1), '')
            """;

    private final Transactions transactions;

    PostgresReconciliationLog(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Uni<Optional<Long>> begin(String trigger, boolean dryRun) {
        return transactions.write(session -> session.createNativeQuery(ABANDON)
                .executeUpdate()
                .chain(() -> session.createNativeQuery(BEGIN, Long.class)
                        .setParameter(1, trigger)
                        .setParameter(2, dryRun)
                        .getResultList())
                .map(ids -> ids.stream().findFirst()));
    }

    @Override
    public Uni<Boolean> due(Duration interval) {
        return transactions.read(session -> session.createNativeQuery(DUE, Boolean.class)
                .setParameter(1, interval.toSeconds())
                .getSingleResult());
    }

    @Override
    public Uni<Void> progress(long run, Progress progress, List<Finding> findings) {
        return transactions.write(session -> session.createNativeQuery(PROGRESS)
                .setParameter(1, run)
                .setParameter(2, progress.objects())
                .setParameter(3, progress.rowObjects())
                .setParameter(4, progress.rehashed())
                .setParameter(5, progress.rehashedTo().orElse(null))
                .executeUpdate()
                .chain(() -> session.createNativeQuery(FOUND)
                        .setParameter(1, run)
                        .setParameter(2, json(findings))
                        .executeUpdate())
                .replaceWithVoid());
    }

    @Override
    public Uni<Void> end(long run, Optional<String> error) {
        return transactions.write(session -> session.createNativeQuery(END)
                .setParameter(1, run)
                .setParameter(2, error.orElse(null))
                .executeUpdate()
                .replaceWithVoid());
    }

    @Override
    public Uni<String> rehashedTo() {
        return transactions.read(
                session -> session.createNativeQuery(REHASHED_TO, String.class).getSingleResult());
    }

    @Override
    public Uni<List<NamedObject>> named(String bucket, String after, int limit) {
        return transactions.read(session -> NamedObjects.page(session, bucket, after, limit));
    }

    @Override
    public Uni<Set<String>> named(List<String> keys) {
        return transactions.read(session -> NamedObjects.of(session, keys)).map(found ->
                (Set<String>) new HashSet<>(found));
    }

    @Override
    public Uni<List<Reconciliation>> list(Window window) {
        return transactions.read(session -> ReconciliationRows.page(session, window));
    }

    @Override
    public Uni<Optional<Reconciliation>> find(long run) {
        return transactions.read(session -> ReconciliationRows.find(session, run));
    }

    @Override
    public Uni<List<FindingRecord>> findings(long run, Window window) {
        return transactions.read(session -> ReconciliationRows.findings(session, run, window));
    }

    private static String json(List<Finding> findings) {
        return CanonicalJson.write(
                findings.stream().map(PostgresReconciliationLog::row).toList());
    }

    private static Map<String, Object> row(Finding finding) {
        var row = new HashMap<String, Object>();
        row.put("kind", finding.kind().code());
        row.put("object_key", finding.objectKey());
        row.put("action", finding.action().code());
        row.put("detail", finding.detail());
        finding.named().ifPresent(named -> {
            row.put("table_name", named.table());
            row.put("row_id", named.row());
        });
        return row;
    }
}
