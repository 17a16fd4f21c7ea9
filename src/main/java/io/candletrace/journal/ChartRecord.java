package io.candletrace.journal;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A row of {@code charts}, with the snapshot it was drawn from.
 *
 * @param subject what it shows
 * @param objects where its bytes are and what they hash to
 * @param figures what can be read off it
 */
public record ChartRecord(Subject subject, Objects objects, Figures figures) {
    /** The row's id. */
    public long id() {
        return subject.id();
    }

    /** What it is about. */
    public String symbol() {
        return subject.symbol();
    }

    /** {@code 1d 1w 1mo}. */
    public String timeframe() {
        return subject.timeframe();
    }

    /**
     * What a chart shows.
     *
     * @param conid IBKR's contract id
     * @param timeframe {@code 1d 1w 1mo}
     * @param chartType {@code daily weekly monthly intraday}
     * @param source the feed
     * @param asOf what it may show, UTC
     * @param status {@code active archived}
     */
    public record Subject(
            long id,
            long executionId,
            long instrumentId,
            String symbol,
            Optional<Long> conid,
            String timeframe,
            String chartType,
            String source,
            Instant asOf,
            Instant generatedAt,
            String status) {}

    /**
     * A chart's bytes. Hashes are SHA-256, hex.
     *
     * @param minioObjectKey the picture
     * @param htmlObjectKey the interactive page, without the chart library
     * @param pixelsSha256 of the picture before encoding
     * @param renderSpec how it was drawn
     * @param renderer what drew it
     * @param snapshotObjectKey the exact bars
     */
    public record Objects(
            String minioBucket,
            String minioObjectKey,
            String htmlObjectKey,
            String jpegSha256,
            String htmlSha256,
            String pixelsSha256,
            int widthPx,
            int heightPx,
            Map<String, Object> renderSpec,
            String renderSpecSha256,
            Map<String, Object> renderer,
            long barSnapshotId,
            String snapshotSha256,
            String snapshotObjectKey) {}

    /**
     * What can be read off a chart. Prices are in the instrument's currency.
     *
     * @param dataPoints displayed bars
     * @param startDate open of the first displayed bar, UTC
     * @param endDate close of the last, UTC
     * @param priceChangePct against the previous bar's close, percent
     * @param volumeAvg over the displayed bars
     * @param findings what was odd about the bars, by {@code code}, {@code severity}, {@code session_date} and {@code detail}
     */
    public record Figures(
            Map<String, Object> indicatorsApplied,
            int dataPoints,
            Instant startDate,
            Instant endDate,
            BigDecimal priceCurrent,
            BigDecimal priceChangePct,
            BigDecimal volumeAvg,
            List<Map<String, Object>> findings) {}
}
