package io.candletrace.journal;

import io.candletrace.chart.RenderSpec;
import io.candletrace.lineage.ChartId;
import io.candletrace.lineage.Sha256;
import io.candletrace.market.Finding;
import io.candletrace.storage.ObjectKey;
import java.time.Instant;
import java.util.List;

/**
 * What the row of a chart says, enough to read the chart back.
 *
 * @param id the row
 * @param asOf what the chart may show, UTC
 * @param bucket where its objects are
 * @param jpegKey the picture
 * @param jpegSha256 hash of the picture's bytes
 * @param htmlKey the interactive page
 * @param htmlSha256 hash of the stored page's bytes
 * @param snapshotKey the exact bars
 * @param snapshotSha256 hash of the exact bars
 * @param pixelsSha256 hash of the picture before encoding
 * @param renderSpec how it was drawn
 * @param renderSpecSha256 hash of that, taken when it was drawn
 * @param renderer canonical JSON
 * @param findings what was odd about the bars
 */
public record ChartEvidence(
        ChartId id,
        Instant asOf,
        String bucket,
        ObjectKey jpegKey,
        Sha256 jpegSha256,
        ObjectKey htmlKey,
        Sha256 htmlSha256,
        ObjectKey snapshotKey,
        Sha256 snapshotSha256,
        Sha256 pixelsSha256,
        RenderSpec renderSpec,
        Sha256 renderSpecSha256,
        String renderer,
        List<Finding> findings) {}
