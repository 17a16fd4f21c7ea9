package io.candletrace.storage;

import io.candletrace.chart.Chart;
import io.candletrace.lineage.Sha256;

/**
 * A chart whose objects lie in the store, checked.
 *
 * @param chart what was stored
 * @param bucket where
 * @param jpegKey the picture
 * @param htmlKey the interactive page
 * @param snapshotKey the exact bars
 * @param snapshotSha256 hash of the exact bars
 */
public record StoredChart(
        Chart chart,
        String bucket,
        ObjectKey jpegKey,
        ObjectKey htmlKey,
        ObjectKey snapshotKey,
        Sha256 snapshotSha256) {

    /** The bars that it was drawn from, as they lie in the store. */
    public StoredSnapshot snapshot() {
        return new StoredSnapshot(chart.bars(), snapshotKey, snapshotSha256);
    }
}
