package io.candletrace.journal.postgres;

import io.candletrace.analysis.Analysis;
import io.candletrace.journal.AnalysisEvidence;
import io.candletrace.journal.AnalysisEvidence.LineageStep;
import io.candletrace.journal.AnalysisOutline;
import io.candletrace.journal.AnalysisRecord;
import io.candletrace.journal.CallEvidence;
import io.candletrace.journal.EvidenceArchive;
import io.candletrace.lineage.AnalysisId;
import io.candletrace.lineage.ChartId;
import io.candletrace.lineage.ExecutionId;
import io.candletrace.lineage.InstrumentId;
import io.candletrace.lineage.StrategyVersionId;
import io.candletrace.persistence.Transactions;
import io.candletrace.prompt.PromptKey;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.hibernate.reactive.mutiny.Mutiny;

/** The evidence in PostgreSQL, as it is read to be asked about again and to be checked. */
@ApplicationScoped
class PostgresEvidence implements EvidenceArchive {
    /** Entities of other packages are joined by their names: packages share the database, not their classes. */
    private static final String OUTLINES = "select row, chart.instrumentId, chart.priceCurrent, template.name,"
            + " template.language, template.version from OutlinedAnalysis row"
            + " join ChartEntity chart on chart.id = row.chartId"
            + " join PromptTemplateEntity template on template.id = row.promptTemplateId where ";

    private static final String OF_EXECUTION = "row.kind = 'chart' and row.executionId = :execution"
            + " and row.sampleNo = (select max(other.sampleNo) from OutlinedAnalysis other"
            + " where other.executionId = row.executionId and other.chartId = row.chartId and other.kind = row.kind"
            + " and other.modelConfig = row.modelConfig and other.promptTemplateId = row.promptTemplateId)";

    private static final String BY_ID = " order by row.id";

    private static final String CALLS = "select call from EvidenceCall call"
            + " join ArchivedTask task on task.id = call.taskId join OutlinedAnalysis row"
            + " on task.executionId = row.executionId and call.chartId = row.chartId"
            + " and call.modelConfig = row.modelConfig and call.promptTemplateId = row.promptTemplateId"
            + " and call.sampleNo = row.sampleNo where row.id = :id order by call.sentAt, call.id";

    private static final String STEP =
            "select step from StepEntity step where step.llmAnalysisId = :id and step.stepName = 'analyse' order by step.id";

    private static final String PINS = "select template.sha256, execution.strategyVersionId,"
            + " function('calibrated_by' as BigDecimal, row.calibrationMapId, row.confidenceScore) from AnalysisEntity row"
            + " join PromptTemplateEntity template on template.id = row.promptTemplateId"
            + " join ArchivedExecution execution on execution.id = row.executionId where row.id = :id";

    private static final String CHARTS = "select distinct row.chartId from OutlinedAnalysis row"
            + " where row.kind = 'chart' and row.executionId = :execution order by row.chartId";

    private static final String ASKED = "select row.id from OutlinedAnalysis row where row.kind = 'chart'"
            + " and row.executionId = :execution and row.chartId = :chart order by row.id";

    private final Transactions transactions;

    PostgresEvidence(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Uni<Optional<AnalysisOutline>> outline(AnalysisId id) {
        return outlines("row.kind = 'chart' and row.id = :id", query -> query.setParameter("id", id.value()))
                .map(found -> found.stream().findFirst());
    }

    @Override
    public Uni<List<AnalysisOutline>> outlines(ExecutionId execution) {
        return outlines(OF_EXECUTION, query -> query.setParameter("execution", execution.value()));
    }

    @Override
    public Uni<List<AnalysisOutline>> outlines(ExecutionId execution, InstrumentId instrument) {
        return outlines(
                OF_EXECUTION + " and chart.instrumentId = :instrument",
                query -> query.setParameter("execution", execution.value())
                        .setParameter("instrument", instrument.value()));
    }

    @Override
    public Uni<List<AnalysisOutline>> replays(ExecutionId execution) {
        return outlines(
                "row.kind = 'replay' and row.executionId = :execution",
                query -> query.setParameter("execution", execution.value()));
    }

    @Override
    public Uni<Optional<AnalysisEvidence>> evidence(AnalysisId id) {
        return transactions.read(session -> session.find(AnalysisEntity.class, id.value())
                .chain(found -> found == null
                        ? Uni.createFrom().item(Optional.empty())
                        : evidence(session, found).map(Optional::of)));
    }

    @Override
    public Uni<List<ChartId>> chartsAsked(ExecutionId execution) {
        return transactions
                .read(session -> session.createQuery(CHARTS, Long.class)
                        .setParameter("execution", execution.value())
                        .getResultList())
                .map(ids -> ids.stream().map(ChartId::new).toList());
    }

    @Override
    public Uni<List<AnalysisId>> asked(ExecutionId execution, ChartId chart) {
        return transactions
                .read(session -> session.createQuery(ASKED, Long.class)
                        .setParameter("execution", execution.value())
                        .setParameter("chart", chart.value())
                        .getResultList())
                .map(ids -> ids.stream().map(AnalysisId::new).toList());
    }

    @Override
    public AnalysisRecord.Answer answer(Analysis analysis) {
        return ArchiveAnalyses.answer(AnalysisRows.row(analysis));
    }

    private Uni<List<AnalysisOutline>> outlines(String where, UnaryOperator<Mutiny.SelectionQuery<Object[]>> values) {
        return transactions
                .read(session -> values.apply(session.createQuery(OUTLINES + where + BY_ID, Object[].class))
                        .getResultList())
                .map(rows -> rows.stream().map(PostgresEvidence::outline).toList());
    }

    private static AnalysisOutline outline(Object[] row) {
        var prompt = new PromptKey((String) row[3], (String) row[4]).pin((Integer) row[5]);
        return ((OutlinedAnalysis) row[0]).toDomain((Long) row[1], (BigDecimal) row[2], prompt);
    }

    private static Uni<AnalysisEvidence> evidence(Mutiny.Session session, AnalysisEntity row) {
        var id = PostgresArchive.id(row.id);
        return calls(session, id)
                .chain(calls -> step(session, id)
                        .chain(step -> session.createQuery(PINS, Object[].class)
                                .setParameter("id", id)
                                .getSingleResult()
                                .map(pins -> new AnalysisEvidence(
                                        ArchiveAnalyses.analysis(row),
                                        calls,
                                        step,
                                        (String) pins[0],
                                        new StrategyVersionId((Long) pins[1]),
                                        Optional.ofNullable((BigDecimal) pins[2])))));
    }

    private static Uni<List<CallEvidence>> calls(Mutiny.Session session, long id) {
        return session.createQuery(CALLS, EvidenceCall.class)
                .setParameter("id", id)
                .getResultList()
                .map(rows -> rows.stream().map(EvidenceCall::toDomain).toList());
    }

    private static Uni<Optional<LineageStep>> step(Mutiny.Session session, long id) {
        return session.createQuery(STEP, StepEntity.class)
                .setParameter("id", id)
                .getResultList()
                .map(rows -> rows.stream()
                        .findFirst()
                        .map(row -> new LineageStep(
                                row.attempt,
                                Optional.ofNullable(row.inputSha256),
                                Optional.ofNullable(row.outputSha256))));
    }
}
