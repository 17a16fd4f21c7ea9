package io.candletrace.storage;

import io.candletrace.chart.Chart;
import io.candletrace.chart.Content;
import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.lineage.Sha256;
import io.candletrace.market.BarSeries;
import io.candletrace.market.BarSnapshot;
import io.candletrace.thread.Hop;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Puts away what a chart consists of: the picture, the page and the exact bars. */
@Singleton
public class ChartStore {
    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("uuuu/MM").withZone(ZoneOffset.UTC);

    private static final String SNAPSHOT = "text/plain; charset=utf-8";

    private final ObjectStore store;

    /** Keeps charts in this store. */
    public ChartStore(ObjectStore store) {
        this.store = store;
    }

    /**
     * Writes all three objects and checks them. Nothing is stored under a name that its bytes do not hash to. Fails with
     * {@code STORE_UNAVAILABLE} or {@code OBJECT_DAMAGED}; what was written by then is harmless, as another try writes the
     * same.
     */
    public Uni<StoredChart> upload(Chart chart) {
        var series = chart.bars();
        var snapshot = BarSnapshot.of(series);
        var jpegKey = key(series, chart.jpeg(), "jpg");
        var htmlKey = key(series, chart.html(), "html");
        var snapshotKey = snapshotKey(snapshot.sha256());
        var stored = new StoredChart(chart, store.bucket(), jpegKey, htmlKey, snapshotKey, snapshot.sha256());
        return Uni.join()
                .all(
                        put(snapshotKey, Content.of(snapshot.bytes()), SNAPSHOT),
                        put(jpegKey, chart.jpeg(), "image/jpeg"),
                        put(htmlKey, chart.html(), "text/html; charset=utf-8"))
                .andFailFast()
                .replaceWith(stored);
    }

    /** Writes exact bars that no chart is drawn from, and checks them. Fails as {@link #upload} does. */
    public Uni<StoredSnapshot> keep(BarSeries series) {
        return Hop.blocking(() -> BarSnapshot.of(series)).chain(snapshot -> {
            var key = snapshotKey(snapshot.sha256());
            return put(key, Content.of(snapshot.bytes()), SNAPSHOT)
                    .replaceWith(() -> new StoredSnapshot(series, key, snapshot.sha256()));
        });
    }

    /** An object's content, read when it is asked for: fails with {@code OBJECT_DAMAGED} when it is missing or another. */
    public Content stored(ObjectKey key, Sha256 sha256) {
        return new StoredContent(store, key, sha256);
    }

    /** The snapshot of a hash. Fails with {@code OBJECT_DAMAGED} or {@code STORE_UNAVAILABLE}. */
    public Uni<BarSnapshot> snapshot(Sha256 sha256) {
        return stored(snapshotKey(sha256), sha256).bytes().map(BarSnapshot::ofBytes);
    }

    private static ObjectKey snapshotKey(Sha256 sha256) {
        return new ObjectKey("snapshots/" + sha256);
    }

    private static ObjectKey key(BarSeries series, Content content, String extension) {
        return new ObjectKey("charts/" + series.instrument().symbol() + "/"
                + series.timeframe().code() + "/" + MONTH.format(series.asOf()) + "/" + content.sha256() + "."
                + extension);
    }

    private Uni<Void> put(ObjectKey key, Content content, String mediaType) {
        return content.bytes()
                .invoke(bytes -> requireHash(key, bytes, content.sha256()))
                .chain(bytes -> store.put(key, bytes, mediaType));
    }

    private static void requireHash(ObjectKey key, byte[] bytes, Sha256 expected) {
        if (!Sha256.of(bytes).equals(expected)) {
            throw new ServiceException(
                    FailureReason.OBJECT_DAMAGED,
                    "what is to be stored as " + key + " should hash to " + expected + ", does to " + Sha256.of(bytes));
        }
    }
}
