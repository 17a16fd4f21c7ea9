package io.candletrace.journal.postgres;

import io.candletrace.lineage.CanonicalJson;
import io.candletrace.lineage.InstrumentId;
import io.candletrace.storage.StoredSnapshot;
import io.smallrye.mutiny.Uni;
import java.time.ZoneOffset;
import org.hibernate.reactive.mutiny.Mutiny;

/** Snapshots: the same bars are one row, whoever comes first. */
final class SnapshotRows {
    private static final String ADD = """
            insert into bar_snapshots (sha256, instrument_id, symbol, timeframe, source, adjustment, bar_count,
                first_bar_at, last_bar_at, object_key, findings)
            values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, cast(cast(?11 as text) as jsonb))
            on conflict (sha256) do nothing
            """;

    private SnapshotRows() {}

    static SnapshotEntity row(InstrumentId instrument, StoredSnapshot snapshot) {
        var series = snapshot.series();
        var row = new SnapshotEntity();
        row.sha256 = snapshot.sha256().hex();
        row.instrumentId = instrument.value();
        row.symbol = series.instrument().symbol().value();
        row.timeframe = series.timeframe().code();
        row.source = series.source();
        row.adjustment = series.adjustment().code();
        row.barCount = series.size();
        row.firstBarAt = series.bars().getFirst().opensAt();
        row.lastBarAt = series.last().closesAt();
        row.objectKey = snapshot.key().value();
        row.findings = series.findings().stream().map(ChartRows::finding).toList();
        return row;
    }

    /** The id of the row with this hash, which is inserted when it is not there. */
    static Uni<Long> add(Mutiny.Session session, SnapshotEntity row) {
        return session.createNativeQuery(ADD)
                .setParameter(1, row.sha256)
                .setParameter(2, row.instrumentId)
                .setParameter(3, row.symbol)
                .setParameter(4, row.timeframe)
                .setParameter(5, row.source)
                .setParameter(6, row.adjustment)
                .setParameter(7, row.barCount)
                .setParameter(8, row.firstBarAt.atOffset(ZoneOffset.UTC))
                .setParameter(9, row.lastBarAt.atOffset(ZoneOffset.UTC))
                .setParameter(10, row.objectKey)
                .setParameter(11, CanonicalJson.write(row.findings))
                .executeUpdate()
                .chain(() -> find(session, row.sha256));
    }

    private static Uni<Long> find(Mutiny.Session session, String sha256) {
        return session.createQuery("select id from SnapshotEntity where sha256 = :sha256", Long.class)
                .setParameter("sha256", sha256)
                .getSingleResult();
    }
}
