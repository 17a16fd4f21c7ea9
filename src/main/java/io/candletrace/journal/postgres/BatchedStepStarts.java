package io.candletrace.journal.postgres;

import io.candletrace.journal.StepStart;
import io.candletrace.journal.StepStarts;
import io.candletrace.lineage.CanonicalJson;
import io.candletrace.market.Timeframe;
import io.candletrace.persistence.Transactions;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** Starts of steps, to {@code workflow_events} by one insert for all of this replica, so that no task pays a commit for them. */
@ApplicationScoped
class BatchedStepStarts implements StepStarts {
    private static final Logger LOG = Logger.getLogger(BatchedStepStarts.class);
    private static final int MOMENT_MS = 100;
    private static final int MOST = 10_000;
    /** In the order in which the tasks' own transactions write them, so that they wait for each other but never in a circle. */
    private static final String INSERT = """
            insert into workflow_events
                (execution_id, task_id, attempt, kind, symbol, timeframe, model_name, step_name, at)
            select s.execution_id, s.task_id, s.attempt, 'step_started', t.symbol, s.timeframe, s.model_name, s.step_name, s.at
            from jsonb_to_recordset(cast(cast(?1 as text) as jsonb)) as s(execution_id bigint, task_id bigint,
                attempt integer, timeframe text, model_name text, step_name text, at timestamptz)
            join workflow_tasks t on t.id = s.task_id and t.attempts = s.attempt and t.status = 'running'
            order by s.at
            on conflict do nothing
            """;

    private final Transactions transactions;
    private final Vertx vertx;
    private final Set<StepStart> waiting = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean armed = new AtomicBoolean();

    BatchedStepStarts(Transactions transactions, Vertx vertx) {
        this.transactions = transactions;
        this.vertx = vertx;
    }

    @Override
    public void begun(StepStart start) {
        if (waiting.size() < MOST) {
            waiting.add(start);
        }
        if (armed.compareAndSet(false, true)) {
            vertx.setTimer(MOMENT_MS, fired -> tell());
        }
    }

    @Override
    public void ended(StepStart start) {
        waiting.remove(start);
    }

    private void tell() {
        armed.set(false);
        var begun = List.copyOf(waiting);
        begun.forEach(waiting::remove);
        if (!begun.isEmpty()) {
            transactions
                    .write(session -> session.createNativeQuery(INSERT)
                            .setParameter(1, rows(begun))
                            .executeUpdate())
                    .subscribe()
                    .with(told -> {}, failure -> LOG.debugf("%d starts were not told: %s", begun.size(), failure));
        }
    }

    private static String rows(List<StepStart> starts) {
        return CanonicalJson.write(starts.stream()
                .sorted(Comparator.comparing(StepStart::at))
                .map(BatchedStepStarts::row)
                .toList());
    }

    private static Map<String, Object> row(StepStart start) {
        var row = new HashMap<String, Object>();
        row.put("execution_id", start.provenance().execution().value());
        row.put("task_id", start.provenance().task().value());
        row.put("attempt", start.provenance().attempt());
        row.put("step_name", start.name());
        row.put("at", start.at().toString());
        start.timeframe().map(Timeframe::code).ifPresent(code -> row.put("timeframe", code));
        start.model().ifPresent(model -> row.put("model_name", model));
        return row;
    }
}
