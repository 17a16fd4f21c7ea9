package io.candletrace.journal.postgres;

import io.candletrace.persistence.JsonColumn;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.hibernate.annotations.JdbcType;
import org.jspecify.annotations.Nullable;

/** A row of {@code charts}. */
@Entity
@Table(name = "charts")
class ChartEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    long executionId;
    long instrumentId;
    long barSnapshotId;
    String symbol;

    @Nullable
    Long conid;

    String timeframe;
    String chartType;
    String chartUrlJpeg;
    String chartUrlHtml;
    String minioBucket;
    String minioObjectKey;
    String htmlObjectKey;
    String jpegSha256;
    String htmlSha256;
    String pixelsSha256;
    int widthPx;
    int heightPx;

    @JdbcType(JsonColumn.class)
    Map<String, Object> renderSpec;

    String renderSpecSha256;

    @JdbcType(JsonColumn.class)
    Map<String, Object> renderer;

    @JdbcType(JsonColumn.class)
    Map<String, Object> indicatorsApplied;

    @JdbcType(JsonColumn.class)
    List<Map<String, Object>> findings;

    String source;
    int dataPoints;
    Instant startDate;
    Instant endDate;
    BigDecimal priceCurrent;
    BigDecimal priceChangePct;
    BigDecimal volumeAvg;
    Instant asOf;
    Instant generatedAt;
    String status;
}
