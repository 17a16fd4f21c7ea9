package io.candletrace.journal.postgres;

import io.candletrace.journal.StepRecord;
import io.candletrace.lineage.ExecutionId;
import io.candletrace.lineage.Window;
import io.candletrace.persistence.Listing;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Reads rows of {@code workflow_steps}. */
final class ArchiveSteps {

    private static final String OF_SYMBOL = "select row from StepEntity row"
            + " where row.executionId = :execution and row.symbol = :symbol order by row.startedAt, row.id";

    private ArchiveSteps() {}

    static Uni<List<StepRecord>> page(Mutiny.Session session, ExecutionId execution, Window window) {
        return Listing.of(StepEntity.class)
                .equal("executionId", Optional.of(execution.value()))
                .page(session, window, "startedAt")
                .map(rows -> rows.stream().map(ArchiveSteps::step).toList());
    }

    /** What an execution did for one symbol, oldest first. */
    static Uni<List<StepRecord>> of(Mutiny.Session session, long execution, String symbol) {
        return session.createQuery(OF_SYMBOL, StepEntity.class)
                .setParameter("execution", execution)
                .setParameter("symbol", symbol)
                .getResultList()
                .map(rows -> rows.stream().map(ArchiveSteps::step).toList());
    }

    private static StepRecord step(StepEntity row) {
        return new StepRecord(
                PostgresArchive.id(row.id),
                row.executionId,
                row.taskId,
                row.symbol,
                Optional.ofNullable(row.timeframe),
                Optional.ofNullable(row.modelName),
                row.stepName,
                row.attempt,
                row.status,
                row.startedAt,
                row.durationMs,
                Optional.ofNullable(row.inputSha256),
                Optional.ofNullable(row.outputSha256),
                Optional.ofNullable(row.chartId),
                Optional.ofNullable(row.llmAnalysisId),
                Optional.ofNullable(row.signalId),
                row.detail,
                Optional.ofNullable(row.error));
    }
}
