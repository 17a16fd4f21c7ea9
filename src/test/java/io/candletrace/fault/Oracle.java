package io.candletrace.fault;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;

/**
 * Looks, after the queue has drained, at the rows and objects of everything that was accepted since it was made, behind the
 * service's back.
 */
final class Oracle {
    private static final String OPEN =
            "select (select count(*) from workflow_executions where status in ('pending', 'running'))"
                    + " + (select count(*) from workflow_tasks where status in ('ready', 'running'))"
                    + " + (select count(*) from scheduled_tasks)";
    private static final String WITHOUT_END = "select count(*) from workflow_executions e left join workflow_tasks t"
            + " on t.execution_id = e.id where e.id > ? and (e.status in ('pending', 'running') or t.id is null"
            + " or t.status in ('ready', 'running'))";
    private static final String INCOMPLETE = "select count(*) from workflow_tasks t where t.execution_id > ?"
            + " and t.status = 'completed' and (1, 1, 1) is distinct from"
            + " ((select count(*) from charts c where c.execution_id = t.execution_id and c.instrument_id = t.instrument_id),"
            + " (select count(distinct (a.chart_id, a.model_config)) from llm_analyses a join charts c on c.id = a.chart_id"
            + " where c.execution_id = t.execution_id and c.instrument_id = t.instrument_id),"
            + " (select count(*) from trading_signals s where s.execution_id = t.execution_id"
            + " and s.instrument_id = t.instrument_id))";
    private static final String DUPLICATES = "select"
            + " (select coalesce(sum(n - 1), 0) from (select count(*) n from charts where execution_id > ?"
            + " group by execution_id, symbol, timeframe) c)"
            + " + (select coalesce(sum(n - 1), 0) from (select count(*) n from llm_analyses where execution_id > ?"
            + " group by execution_id, symbol, timeframe, model_config, sample_no) a)"
            + " + (select coalesce(sum(n - 1), 0) from (select count(*) n from trading_signals where execution_id > ?"
            + " group by execution_id, symbol) s)";
    private static final String LATE_STEPS = "select count(*) from workflow_steps s join workflow_executions e"
            + " on e.id = s.execution_id where e.id > ? and s.started_at > e.completed_at + interval '1 second'";
    private static final String ROWS = "select minio_object_key, jpeg_sha256 from charts"
            + " union select html_object_key, html_sha256 from charts union select object_key, sha256 from bar_snapshots";

    /** What the service's own sweep of every 20 s should have settled by now. */
    private static final String UNSETTLED = "select count(*) from budget_reservations where settled_at is null"
            + " and expires_at < now() - interval '60 seconds'";

    private final Rig rig;
    private final Ledger ledger;
    private final long before;
    private final long askedBefore;
    private final Instant started = Instant.now();

    Oracle(Rig rig, Ledger ledger) {
        this.rig = rig;
        this.ledger = ledger;
        before = rig.database().count("select coalesce(max(id), 0) from workflow_executions");
        askedBefore = rig.model().asked();
    }

    /** How many tasks were accepted so far. */
    long tasks() {
        return count("select count(*) from workflow_tasks where execution_id > ?");
    }

    /** How many attempts there were beyond each task's first. */
    long revivals() {
        return count("select coalesce(sum(greatest(attempts - 1, 0)), 0) from workflow_tasks where execution_id > ?");
    }

    /** How many owners of tasks were taken for dead. */
    long losses() {
        return count("select coalesce(sum(losses), 0) from workflow_tasks where execution_id > ?");
    }

    /** How many tasks did not complete. */
    long failed() {
        return count("select count(*) from workflow_tasks where status <> 'completed' and execution_id > ?");
    }

    /** Waits until nothing is left to do, or this long; then looks at everything. */
    Verdict verdict(String name, String faults, Duration patience) {
        drain(patience);
        var seconds = Duration.between(started, Instant.now()).toSeconds();
        var orphans = new Reconciliation(rig).orphans();
        return new Verdict(
                name,
                faults,
                tasks(),
                failed(),
                revivals(),
                seconds,
                lost(),
                count(INCOMPLETE),
                rig.database().count(DUPLICATES, before, before, before),
                dangling(),
                orphans,
                rig.database().count("select count(*) from scheduled_tasks")
                        + rig.database().count(UNSETTLED),
                rig.model().asked() - askedBefore,
                allowed(),
                count(LATE_STEPS));
    }

    /** Waits until nothing is left to do, or this long. */
    void drain(Duration patience) {
        await("the queue should drain")
                .atMost(patience)
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptions()
                .until(() -> rig.database().count(OPEN) == 0);
    }

    private long lost() {
        var there = rig.database().rows("select id from workflow_executions where id > ?", before).stream()
                .map(row -> Long.parseLong(row.getFirst()))
                .collect(Collectors.toSet());
        var missing = ledger.acknowledged().stream()
                .filter(id -> id > before && !there.contains(id))
                .count();
        return missing + count(WITHOUT_END);
    }

    private long dangling() {
        var keys = rig.store().keys();
        return rig.database().rows(ROWS).stream()
                .filter(row -> !keys.contains(row.getFirst())
                        || !rig.store().sha256(row.getFirst()).equals(row.getLast()))
                .count();
    }

    private long allowed() {
        return count("select count(*) from llm_analyses where model_config <> 'rules-v1' and execution_id > ?")
                + revivals()
                + count("select count(*) from llm_calls c join workflow_tasks t on t.id = c.task_id"
                        + " where c.http_status is distinct from 200 and t.execution_id > ?");
    }

    private long count(String sql) {
        return rig.database().count(sql, before);
    }
}
