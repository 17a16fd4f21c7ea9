package io.candletrace.journal.postgres;

import io.candletrace.journal.AnalysisRecord;
import io.candletrace.journal.Archive;
import io.candletrace.journal.CallRecord;
import io.candletrace.journal.ChartRecord;
import io.candletrace.journal.SignalRecord;
import io.candletrace.journal.StepRecord;
import io.candletrace.lineage.AnalysisId;
import io.candletrace.lineage.ChartId;
import io.candletrace.lineage.ExecutionId;
import io.candletrace.lineage.SignalId;
import io.candletrace.lineage.Window;
import io.candletrace.persistence.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The evidence as it lies in PostgreSQL. */
@ApplicationScoped
class PostgresArchive implements Archive {

    /** Tasks are joined by their entity's name: packages share the database, not their classes. */
    private static final String CALLS = "select call from ArchivedCall call"
            + " join ArchivedTask task on task.id = call.taskId join AnalysisEntity row"
            + " on task.executionId = row.executionId and call.chartId = row.chartId and call.modelConfig = row.modelConfig"
            + " and call.promptTemplateId = row.promptTemplateId and call.sampleNo = row.sampleNo"
            + " where row.id = :id order by call.sentAt, call.id";

    private static final String CITATIONS = "select cited.role, row from SignalAnalysisEntity cited"
            + " join AnalysisEntity row on row.id = cited.llmAnalysisId"
            + " join SignalEntity signal on signal.id = cited.signalId where cited.signalId = :id"
            + " order by case when row.id = signal.llmAnalysisId then 0 else 1 end,"
            + " case cited.role when 'decides' then 0 when 'vetoes' then 1 when 'confirms' then 2 else 3 end, row.id";

    private final Transactions transactions;

    PostgresArchive(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Uni<List<ChartRecord>> charts(ChartFilter filter, Window window) {
        return transactions.read(session -> ArchiveCharts.page(session, filter, window));
    }

    @Override
    public Uni<Optional<ChartRecord>> chart(ChartId id) {
        return transactions
                .read(session -> ArchiveCharts.of(session, List.of(id.value())))
                .map(found -> found.stream().findFirst());
    }

    @Override
    public Uni<List<AnalysisRecord>> analyses(AnalysisFilter filter, Window window) {
        return transactions.read(session -> ArchiveAnalyses.page(session, filter, window));
    }

    @Override
    public Uni<Optional<AnalysisRecord>> analysis(AnalysisId id) {
        return transactions
                .read(session -> session.find(AnalysisEntity.class, id.value()))
                .map(row -> Optional.ofNullable(row).map(ArchiveAnalyses::analysis));
    }

    @Override
    public Uni<List<CallRecord>> calls(AnalysisId id) {
        return transactions
                .read(session -> session.createQuery(CALLS, ArchivedCall.class)
                        .setParameter("id", id.value())
                        .getResultList())
                .map(rows -> rows.stream().map(ArchivedCall::toDomain).toList());
    }

    @Override
    public Uni<List<SignalRecord>> signals(SignalFilter filter, Window window) {
        return transactions.read(session -> ArchiveSignals.page(session, filter, window));
    }

    @Override
    public Uni<Optional<SignalRecord>> signal(SignalId id) {
        return transactions.read(session -> ArchiveSignals.find(session, id));
    }

    @Override
    public Uni<Optional<Lineage>> lineage(SignalId id) {
        return transactions.read(session -> ArchiveSignals.find(session, id)
                .chain(found -> found.map(signal -> lineage(session, signal).map(Optional::of))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty()))));
    }

    @Override
    public Uni<List<StepRecord>> steps(ExecutionId execution, Window window) {
        return transactions.read(session -> ArchiveSteps.page(session, execution, window));
    }

    private static Uni<Lineage> lineage(Mutiny.Session session, SignalRecord signal) {
        var subject = signal.subject();
        return citations(session, subject.id())
                .chain(citations -> charts(session, citations)
                        .chain(charts -> ArchiveSteps.of(session, subject.executionId(), subject.symbol())
                                .chain(steps -> session.find(SignalVoidEntity.class, subject.id())
                                        .map(voided -> new Lineage(
                                                signal,
                                                citations,
                                                charts,
                                                steps,
                                                Optional.ofNullable(voided).map(SignalVoidEntity::toDomain))))));
    }

    private static Uni<List<Citation>> citations(Mutiny.Session session, long signal) {
        return session.createQuery(CITATIONS, Object[].class)
                .setParameter("id", signal)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new Citation((String) row[0], ArchiveAnalyses.analysis((AnalysisEntity) row[1])))
                        .toList());
    }

    private static Uni<List<ChartRecord>> charts(Mutiny.Session session, List<Citation> citations) {
        var ids = citations.stream()
                .map(citation -> citation.analysis().subject().chartId())
                .collect(Collectors.toSet());
        return ArchiveCharts.of(session, ids);
    }

    /** The id of a row that was read, which is never absent. */
    static long id(@Nullable Long id) {
        return Optional.ofNullable(id).orElseThrow();
    }
}
