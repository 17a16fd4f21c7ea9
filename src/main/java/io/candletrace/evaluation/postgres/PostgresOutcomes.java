package io.candletrace.evaluation.postgres;

import io.candletrace.evaluation.Batch;
import io.candletrace.evaluation.Findings;
import io.candletrace.evaluation.OutcomeStore;
import io.candletrace.persistence.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Outcomes in PostgreSQL; every step is one statement for the whole batch. */
@ApplicationScoped
class PostgresOutcomes implements OutcomeStore {
    private static final String LOCK = """
            select id from outcome_subjects
            where id in (select cast(value as bigint) from jsonb_array_elements_text(cast(cast(?1 as text) as jsonb)))
            order by id for update
            """;
    private static final String POSTPONE = """
            update outcome_subjects set last_error = ?2, looked_at = now(), due_at = now() + make_interval(secs => ?3)
            where state = 'pending'
              and id in (select cast(value as bigint) from jsonb_array_elements_text(cast(cast(?1 as text) as jsonb)))
            """;

    private final Transactions transactions;

    PostgresOutcomes(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Uni<Optional<Batch>> claim(int most, Duration latency, Duration lease) {
        return transactions.write(session -> Claims.claim(session, most, latency, lease));
    }

    @Override
    public Uni<Void> record(Batch batch, Findings findings) {
        var rows = new FindingRows(findings);
        return transactions.write(session -> lock(session, batch)
                .chain(() -> OutcomeRows.supersede(session, rows.returns()))
                .chain(() -> OutcomeRows.insert(session, rows))
                .chain(() -> TradeRows.supersede(session, rows.trades()))
                .chain(() -> TradeRows.insert(session, rows))
                .chain(() -> BaseRateRows.keep(session, batch, findings.baseRates()))
                .chain(() -> Claims.moveOn(session, rows.subjects())));
    }

    @Override
    public Uni<Void> postpone(Batch batch, String error, Duration after) {
        return transactions.write(session -> session.createNativeQuery(POSTPONE)
                .setParameter(1, batch.ids().toString())
                .setParameter(2, error)
                .setParameter(3, (double) after.toSeconds())
                .executeUpdate()
                .replaceWithVoid());
    }

    /** Whoever else has these, after their lease ran out, waits and then finds everything to be the same. */
    private static Uni<List<Long>> lock(Mutiny.Session session, Batch batch) {
        return session.createNativeQuery(LOCK, Long.class)
                .setParameter(1, batch.ids().toString())
                .getResultList();
    }
}
