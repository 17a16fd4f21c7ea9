package io.candletrace.journal.postgres;

import io.candletrace.analysis.ModelConfig;
import io.candletrace.journal.AnalysisRecord;
import io.candletrace.journal.Archive.AnalysisFilter;
import io.candletrace.journal.Calibration;
import io.candletrace.lineage.Window;
import io.candletrace.persistence.Listing;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Reads rows of {@code llm_analyses}. */
final class ArchiveAnalyses {

    /** Entities of other packages are joined by their names: packages share the database, not their classes. */
    private static final String REPLAYS = "row.kind = 'replay' and exists (select 1 from AnalysisEntity original,"
            + " ReplayEntity replay where original.id = : and original.chartId = row.chartId"
            + " and replay.executionId = row.executionId"
            + " and (row.replayOfId = original.id or replay.kind = 'counterfactual' and replay.ofAnalysisId is null"
            + " and replay.ofExecutionId = original.executionId"
            + " and (row.modelConfig = original.modelConfig"
            + " or function('jsonb_array_length' as Integer, replay.models) > 0)"
            + " and (row.promptTemplateId = original.promptTemplateId or replay.promptTemplateId is not null)"
            + " and not (row.modelConfig = original.modelConfig"
            + " and row.promptTemplateId = original.promptTemplateId)))";

    private ArchiveAnalyses() {}

    static Uni<List<AnalysisRecord>> page(Mutiny.Session session, AnalysisFilter filter, Window window) {
        return Listing.of(AnalysisEntity.class)
                .equal("executionId", filter.execution())
                .equal("chartId", filter.chart())
                .equal("symbol", filter.symbol())
                .equal("timeframe", filter.timeframe())
                .equal("modelName", filter.model())
                .equal("status", filter.status())
                .equal("kind", filter.kind())
                .where(REPLAYS, filter.replayOf())
                .page(session, window, "analyzedAt")
                .map(rows -> rows.stream().map(ArchiveAnalyses::analysis).toList());
    }

    static AnalysisRecord analysis(AnalysisEntity row) {
        return new AnalysisRecord(subject(row), inquiry(row), answer(row), spending(row), calibration(row));
    }

    private static AnalysisRecord.Subject subject(AnalysisEntity row) {
        return new AnalysisRecord.Subject(
                PostgresArchive.id(row.id),
                row.executionId,
                row.chartId,
                row.strategyId,
                row.symbol,
                row.timeframe,
                row.kind,
                Optional.ofNullable(row.replayOfId),
                row.source,
                row.horizonBars,
                row.sampleNo,
                row.asOf,
                row.lastBarClosedAt);
    }

    private static AnalysisRecord.Inquiry inquiry(AnalysisEntity row) {
        return new AnalysisRecord.Inquiry(
                row.promptTemplateId,
                row.promptText,
                row.promptSha256,
                row.modelName,
                row.modelConfig,
                row.modelConfigSha256,
                row.provider,
                Optional.ofNullable(row.responseModel),
                row.indicatorsMetadata,
                row.indicatorConvention);
    }

    static AnalysisRecord.Answer answer(AnalysisEntity row) {
        return new AnalysisRecord.Answer(
                row.responseText,
                row.status,
                Optional.ofNullable(row.errorMessage),
                Optional.ofNullable(row.verdict),
                Optional.ofNullable(row.trendDirection),
                Optional.ofNullable(row.recommendation),
                Optional.ofNullable(row.confidenceScore),
                row.supportLevels,
                row.resistanceLevels,
                row.keyPatterns,
                row.levels,
                row.claims,
                row.decidedAt,
                row.analyzedAt);
    }

    private static Calibration calibration(AnalysisEntity row) {
        return new Calibration(
                row.confidenceScore != null && !row.modelName.equals(ModelConfig.RULES),
                Optional.ofNullable(row.confidenceCalibrated),
                Optional.ofNullable(row.calibrationMapId),
                Optional.ofNullable(row.calibrationMapVersion));
    }

    private static AnalysisRecord.Spending spending(AnalysisEntity row) {
        return new AnalysisRecord.Spending(
                row.tokensUsed,
                row.inputUncached,
                row.inputCached,
                row.cacheWrite,
                row.outputVisible,
                row.outputReasoning,
                Optional.ofNullable(row.costUsd),
                Optional.ofNullable(row.modelPriceId),
                row.latencyMs);
    }
}
