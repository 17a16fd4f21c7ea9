package io.candletrace.journal.postgres;

import io.candletrace.analysis.Analysis;
import io.candletrace.analysis.Question;
import io.candletrace.journal.ChartEvidence;
import io.candletrace.journal.Journal;
import io.candletrace.journal.Provenance;
import io.candletrace.journal.Step;
import io.candletrace.lineage.AnalysisId;
import io.candletrace.lineage.ChartId;
import io.candletrace.lineage.InstrumentId;
import io.candletrace.lineage.Recorded;
import io.candletrace.lineage.Sha256;
import io.candletrace.lineage.SignalId;
import io.candletrace.lineage.SnapshotId;
import io.candletrace.market.Timeframe;
import io.candletrace.persistence.Fence;
import io.candletrace.persistence.Transactions;
import io.candletrace.signal.Signal;
import io.candletrace.storage.StoredChart;
import io.candletrace.storage.StoredSnapshot;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The journal in PostgreSQL. */
@ApplicationScoped
class PostgresJournal implements Journal {
    private final Transactions transactions;
    private final ChartRows charts;
    private final SignalRows signals;

    PostgresJournal(Transactions transactions, ChartRows charts, SignalRows signals) {
        this.transactions = transactions;
        this.charts = charts;
        this.signals = signals;
    }

    @Override
    public Uni<Optional<ChartEvidence>> findChart(Provenance provenance, Timeframe timeframe, Sha256 renderSpec) {
        return earlier(
                provenance,
                session -> session.createQuery(
                                "select c, s from ChartEntity c join SnapshotEntity s on s.id = c.barSnapshotId"
                                        + " where c.executionId = :execution and c.instrumentId = :instrument"
                                        + " and c.timeframe = :timeframe and c.renderSpecSha256 = :spec",
                                Object[].class)
                        .setParameter("execution", provenance.execution().value())
                        .setParameter("instrument", provenance.instrument().value())
                        .setParameter("timeframe", timeframe.code())
                        .setParameter("spec", renderSpec.hex())
                        .getResultList()
                        .map(PostgresJournal::evidence));
    }

    @Override
    public Uni<Optional<ChartEvidence>> findChart(ChartId id) {
        return transactions.read(session -> session.createQuery(
                        "select c, s from ChartEntity c join SnapshotEntity s on s.id = c.barSnapshotId where c.id = :id",
                        Object[].class)
                .setParameter("id", id.value())
                .getResultList()
                .map(PostgresJournal::evidence));
    }

    @Override
    public Uni<Recorded<ChartId, StoredChart>> recordChart(Provenance provenance, StoredChart chart, List<Step> steps) {
        return transactions.write(
                fence(provenance),
                session -> SnapshotRows.add(session, SnapshotRows.row(provenance.instrument(), chart.snapshot()))
                        .map(snapshot -> charts.chart(provenance, chart, snapshot))
                        .chain(row -> insert(session, row).invoke(() -> charts.address(row, new ChartId(id(row.id)))))
                        .map(row -> new ChartId(id(row.id)))
                        .call(id -> StepRows.insert(
                                session,
                                provenance,
                                steps,
                                StepRows.Subject.of(chart).with(id)))
                        .map(id -> new Recorded<>(id, chart)));
    }

    @Override
    public Uni<Optional<Recorded<AnalysisId, Analysis>>> findAnalysis(Provenance provenance, Question question) {
        return earlier(
                provenance,
                session -> session.createQuery(
                                "from AnalysisEntity where executionId = :execution and chartId = :chart and kind = :kind"
                                        + " and modelConfig = :model and promptTemplateId = :template"
                                        + " and (sampleNo = :sample or sampleNo < :sample and kind = 'chart' and status = 'completed')"
                                        + " order by sampleNo desc",
                                AnalysisEntity.class)
                        .setParameter("execution", provenance.execution().value())
                        .setParameter("chart", question.chart().id().value())
                        .setParameter("kind", AnalysisRows.kind(question))
                        .setParameter("model", question.model().name())
                        .setParameter("template", question.prompt().template().value())
                        .setParameter("sample", question.sampleNo())
                        .getResultList()
                        .map(rows -> rows.stream()
                                .findFirst()
                                .map(row -> new Recorded<>(
                                        new AnalysisId(id(row.id)), AnalysisRows.analysis(row, question)))));
    }

    @Override
    public Uni<Recorded<AnalysisId, Analysis>> recordAnalysis(
            Provenance provenance, Analysis analysis, List<Step> steps) {
        return transactions.write(
                fence(provenance),
                session -> insert(session, AnalysisRows.row(provenance, analysis))
                        .map(row -> new AnalysisId(id(row.id)))
                        .call(id -> StepRows.insert(
                                session,
                                provenance,
                                steps,
                                StepRows.Subject.of(analysis.question()).with(id)))
                        .map(id -> new Recorded<>(id, analysis)));
    }

    @Override
    public Uni<Optional<SignalId>> findSignal(Provenance provenance) {
        return earlier(
                provenance,
                session -> session.createQuery(
                                "select id from SignalEntity where executionId = :execution and instrumentId = :instrument",
                                Long.class)
                        .setParameter("execution", provenance.execution().value())
                        .setParameter("instrument", provenance.instrument().value())
                        .getResultList()
                        .map(ids -> ids.stream().findFirst().map(SignalId::new)));
    }

    @Override
    public Uni<Recorded<SignalId, Signal>> recordSignal(Provenance provenance, Signal signal, List<Step> steps) {
        return transactions.write(
                fence(provenance),
                session -> timeframes(session, provenance)
                        .map(timeframes -> signals.signal(provenance, signal, timeframes))
                        .chain(row -> insert(session, row))
                        .map(row -> new SignalId(id(row.id)))
                        .call(id -> session.persistAll(citations(signal, id)))
                        .call(id -> StepRows.insert(
                                session,
                                provenance,
                                steps,
                                StepRows.Subject.of(signal).with(id)))
                        .map(id -> new Recorded<>(id, signal)));
    }

    @Override
    public Uni<SnapshotId> recordSnapshot(InstrumentId instrument, StoredSnapshot snapshot) {
        return transactions
                .write(session -> SnapshotRows.add(session, SnapshotRows.row(instrument, snapshot)))
                .map(SnapshotId::new);
    }

    @Override
    public Uni<Void> recordSteps(Provenance provenance, List<Step> steps) {
        return transactions.write(
                fence(provenance),
                session -> symbol(session, provenance)
                        .chain(symbol -> StepRows.insert(session, provenance, steps, StepRows.Subject.of(symbol))));
    }

    /** What an earlier attempt recorded; a first one has nothing to look for. */
    private <T> Uni<Optional<T>> earlier(Provenance provenance, Function<Mutiny.Session, Uni<Optional<T>>> question) {
        return provenance.firstAttempt() ? Uni.createFrom().item(Optional.empty()) : transactions.read(question);
    }

    private static Optional<ChartEvidence> evidence(List<Object[]> rows) {
        return rows.stream().findFirst().map(row -> ChartRows.evidence((ChartEntity) row[0], (SnapshotEntity) row[1]));
    }

    private static Fence fence(Provenance provenance) {
        return new Fence(provenance.task(), provenance.attempt());
    }

    private static <T> Uni<T> insert(Mutiny.Session session, T row) {
        return session.persist(row).chain(session::flush).replaceWith(row);
    }

    private static Object[] citations(Signal signal, SignalId id) {
        return signal.citations().stream()
                .map(citation -> SignalRows.citation(id.value(), citation))
                .toArray();
    }

    private static Uni<String> symbol(Mutiny.Session session, Provenance provenance) {
        return session.createNativeQuery("select symbol from workflow_tasks where id = ?1", String.class)
                .setParameter(1, provenance.task().value())
                .getSingleResult();
    }

    private static Uni<List<String>> timeframes(Mutiny.Session session, Provenance provenance) {
        return session.createNativeQuery(
                        "select jsonb_array_elements_text(timeframes) from strategy_versions where id = ?1",
                        String.class)
                .setParameter(1, provenance.strategyVersion().value())
                .getResultList();
    }

    /** The id of a row that the database has seen. */
    static long id(@Nullable Long generated) {
        if (generated == null) {
            throw new IllegalStateException("the row has not been inserted yet");
        }
        return generated;
    }
}
