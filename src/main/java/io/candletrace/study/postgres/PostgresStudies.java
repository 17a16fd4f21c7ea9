package io.candletrace.study.postgres;

import io.candletrace.lineage.CanonicalJson;
import io.candletrace.lineage.StudyId;
import io.candletrace.lineage.Window;
import io.candletrace.persistence.Transactions;
import io.candletrace.schedule.BackfillRecord.Watched;
import io.candletrace.schedule.BackfillStore;
import io.candletrace.study.Study;
import io.candletrace.study.StudyRequest;
import io.candletrace.study.StudyResult;
import io.candletrace.study.StudyStore;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Studies as rows. */
@ApplicationScoped
class PostgresStudies implements StudyStore {
    private static final String INSERT = """
            insert into studies (backfill_id, horizons, repeats)
            values (?1, (select array_agg(cast(value as integer)) from jsonb_array_elements_text(cast(cast(?2 as text) as jsonb))), ?3)
            returning id
            """;
    private static final String RESULT = "select result from studies where id = ?1 and status = 'completed'";
    private static final String FAIL =
            "update studies set status = 'failed', reason = ?2, ended_at = now() where id = ?1 and status = 'running'";

    /** In the order of what they are about: the rows of a repetition have other ids. */
    private static final String COMPLETE = """
            update studies s set status = 'completed', ended_at = now(), result = ?2, result_sha256 = ?3,
                terms = cast(cast(?4 as text) as jsonb),
                inputs_sha256 = (
                    select encode(sha256(convert_to(coalesce(string_agg(concat_ws(' ', extract(epoch from e.as_of), c.symbol, c.timeframe,
                            b.sha256), E'\\n' order by e.as_of, c.symbol, c.timeframe, c.instrument_id), ''), 'UTF8')), 'hex')
                    from workflow_executions e join charts c on c.execution_id = e.id
                        join bar_snapshots b on b.id = c.bar_snapshot_id
                    where e.backfill_id = s.backfill_id)
            where s.id = ?1 and s.status = 'running'
            """;

    private final Transactions transactions;
    private final BackfillStore backfills;

    PostgresStudies(Transactions transactions, BackfillStore backfills) {
        this.transactions = transactions;
        this.backfills = backfills;
    }

    @Override
    public Uni<Study> insert(Mutiny.Session session, StudyRequest request, Watched backfill) {
        return session.createNativeQuery(INSERT, Long.class)
                .setParameter(1, backfill.backfill().id().value())
                .setParameter(2, request.horizons().toString())
                .setParameter(3, request.repeats().map(StudyId::value).orElse(null))
                .getSingleResult()
                .chain(id -> StudyRows.of(session, new StudyId(id)))
                .map(row -> row.orElseThrow().study(backfill));
    }

    @Override
    public Uni<Optional<Study>> find(StudyId id) {
        return transactions
                .read(session -> StudyRows.of(session, id))
                .chain(found -> found.map(row -> with(row).map(Optional::of))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    @Override
    public Uni<List<Study>> list(Optional<String> strategy, Optional<String> status, Window window) {
        return with(transactions.read(session -> StudyRows.page(session, strategy, status, window)));
    }

    @Override
    public Uni<List<Study>> ready() {
        return with(transactions.read(StudyRows::ready));
    }

    private Uni<List<Study>> with(Uni<List<StudyRow>> rows) {
        return rows.onItem()
                .transformToMulti(found -> Multi.createFrom().iterable(found))
                .onItem()
                .transformToUniAndConcatenate(this::with)
                .collect()
                .asList();
    }

    private Uni<Study> with(StudyRow row) {
        return backfills
                .find(row.backfill())
                .map(found -> row.study(found.orElseThrow(
                        () -> new IllegalStateException("a study without its backfill " + row.backfill()))));
    }

    @Override
    public Uni<Optional<String>> result(StudyId id) {
        return transactions.read(session -> session.createNativeQuery(RESULT, String.class)
                .setParameter(1, id.value())
                .getResultList()
                .map(found -> found.stream().findFirst()));
    }

    @Override
    public Uni<Void> complete(StudyId id, StudyResult result, Map<String, String> terms) {
        return transactions.write(session -> session.createNativeQuery(COMPLETE)
                .setParameter(1, id.value())
                .setParameter(2, result.json())
                .setParameter(3, result.digest().hex())
                .setParameter(4, CanonicalJson.write(terms))
                .executeUpdate()
                .replaceWithVoid());
    }

    @Override
    public Uni<Void> fail(StudyId id, String reason) {
        return transactions.write(session -> session.createNativeQuery(FAIL)
                .setParameter(1, id.value())
                .setParameter(2, reason)
                .executeUpdate()
                .replaceWithVoid());
    }
}
