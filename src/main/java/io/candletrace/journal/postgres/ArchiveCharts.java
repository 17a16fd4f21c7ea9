package io.candletrace.journal.postgres;

import io.candletrace.journal.Archive.ChartFilter;
import io.candletrace.journal.ChartRecord;
import io.candletrace.lineage.Window;
import io.candletrace.persistence.Listing;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Reads rows of {@code charts} with their snapshots. */
final class ArchiveCharts {

    private static final String SELECT =
            "select row, snapshot from ChartEntity row join SnapshotEntity snapshot on snapshot.id = row.barSnapshotId";

    private ArchiveCharts() {}

    static Uni<List<ChartRecord>> page(Mutiny.Session session, ChartFilter filter, Window window) {
        return Listing.of(SELECT, Object[].class)
                .equal("executionId", filter.execution())
                .equal("symbol", filter.symbol())
                .equal("timeframe", filter.timeframe())
                .equal("status", filter.status())
                .page(session, window, "generatedAt")
                .map(rows -> rows.stream().map(ArchiveCharts::chart).toList());
    }

    /** Charts of these ids, by id. */
    static Uni<List<ChartRecord>> of(Mutiny.Session session, Collection<Long> ids) {
        return session.createQuery(SELECT + " where row.id in (:ids) order by row.id", Object[].class)
                .setParameter("ids", ids)
                .getResultList()
                .map(rows -> rows.stream().map(ArchiveCharts::chart).toList());
    }

    private static ChartRecord chart(Object[] row) {
        var chart = (ChartEntity) row[0];
        return new ChartRecord(subject(chart), objects(chart, (SnapshotEntity) row[1]), figures(chart));
    }

    private static ChartRecord.Subject subject(ChartEntity row) {
        return new ChartRecord.Subject(
                PostgresArchive.id(row.id),
                row.executionId,
                row.instrumentId,
                row.symbol,
                Optional.ofNullable(row.conid),
                row.timeframe,
                row.chartType,
                row.source,
                row.asOf,
                row.generatedAt,
                row.status);
    }

    private static ChartRecord.Objects objects(ChartEntity row, SnapshotEntity snapshot) {
        return new ChartRecord.Objects(
                row.minioBucket,
                row.minioObjectKey,
                row.htmlObjectKey,
                row.jpegSha256,
                row.htmlSha256,
                row.pixelsSha256,
                row.widthPx,
                row.heightPx,
                row.renderSpec,
                row.renderSpecSha256,
                row.renderer,
                row.barSnapshotId,
                snapshot.sha256,
                snapshot.objectKey);
    }

    private static ChartRecord.Figures figures(ChartEntity row) {
        return new ChartRecord.Figures(
                row.indicatorsApplied,
                row.dataPoints,
                row.startDate,
                row.endDate,
                row.priceCurrent,
                row.priceChangePct,
                row.volumeAvg,
                row.findings);
    }
}
