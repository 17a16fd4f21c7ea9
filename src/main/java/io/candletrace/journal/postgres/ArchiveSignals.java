package io.candletrace.journal.postgres;

import io.candletrace.journal.Archive.SignalFilter;
import io.candletrace.journal.Calibration;
import io.candletrace.journal.SignalRecord;
import io.candletrace.lineage.SignalId;
import io.candletrace.lineage.Window;
import io.candletrace.persistence.Listing;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Reads rows of {@code trading_signals}, with the strategy's name and the deciding chart's key. */
final class ArchiveSignals {

    /** The strategy is joined by its entity's name: packages share the database, not their classes. */
    private static final String SELECT = "select row, strategy.name, chart.minioObjectKey from SignalEntity row"
            + " join StrategyEntity strategy on strategy.id = row.strategyId"
            + " join ChartEntity chart on chart.id = row.chartId";

    private static final String READS_CHART = "exists (select 1 from SignalAnalysisEntity cited"
            + " join AnalysisEntity analysis on analysis.id = cited.llmAnalysisId"
            + " where cited.signalId = row.id and analysis.chartId = :)";
    private static final String CITES = "exists (select 1 from SignalAnalysisEntity cited"
            + " where cited.signalId = row.id and cited.llmAnalysisId = :)";

    private ArchiveSignals() {}

    static Uni<List<SignalRecord>> page(Mutiny.Session session, SignalFilter filter, Window window) {
        return Listing.of(SELECT, Object[].class)
                .equal("executionId", filter.execution())
                .where(READS_CHART, filter.chart())
                .where(CITES, filter.analysis())
                .equal("symbol", filter.symbol())
                .where("strategy.name = :", filter.strategy())
                .equal("signalType", filter.type())
                .equal("status", filter.status())
                .page(session, window, "generatedAt")
                .map(rows -> rows.stream().map(ArchiveSignals::signal).toList());
    }

    static Uni<Optional<SignalRecord>> find(Mutiny.Session session, SignalId id) {
        return session.createQuery(SELECT + " where row.id = :id", Object[].class)
                .setParameter("id", id.value())
                .getResultList()
                .map(rows -> rows.stream().map(ArchiveSignals::signal).findFirst());
    }

    private static SignalRecord signal(Object[] row) {
        var signal = (SignalEntity) row[0];
        return new SignalRecord(
                subject(signal, (String) row[1]), decision(signal), levels(signal), calibration(signal), (String)
                        row[2]);
    }

    private static SignalRecord.Subject subject(SignalEntity row, String strategy) {
        return new SignalRecord.Subject(
                PostgresArchive.id(row.id),
                row.executionId,
                row.chartId,
                row.llmAnalysisId,
                row.strategyId,
                row.strategyVersionId,
                strategy,
                row.instrumentId,
                row.symbol,
                row.source,
                row.asOf,
                row.lastBarClosedAt,
                row.decidedAt,
                row.generatedAt,
                row.expiresAt,
                row.status);
    }

    private static SignalRecord.Decision decision(SignalEntity row) {
        return new SignalRecord.Decision(
                row.signalType,
                row.trend,
                Optional.ofNullable(row.confidence),
                row.reasoning,
                row.timeframePrimary,
                Optional.ofNullable(row.timeframeConfirmation),
                row.horizonBars,
                row.strategyMetadata);
    }

    private static Calibration calibration(SignalEntity row) {
        return new Calibration(
                row.statesProbability,
                Optional.ofNullable(row.confidenceCalibrated),
                Optional.ofNullable(row.calibrationMapId),
                Optional.ofNullable(row.calibrationMapVersion));
    }

    private static SignalRecord.Levels levels(SignalEntity row) {
        return new SignalRecord.Levels(
                Optional.ofNullable(row.entryPriceLow),
                Optional.ofNullable(row.entryPriceHigh),
                Optional.ofNullable(row.stopLoss),
                Optional.ofNullable(row.targetConservative),
                Optional.ofNullable(row.targetAggressive),
                Optional.ofNullable(row.rMultipleConservative),
                Optional.ofNullable(row.rMultipleAggressive));
    }
}
