package io.candletrace.journal.postgres;

import io.candletrace.persistence.JsonColumn;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.JdbcType;
import org.jspecify.annotations.Nullable;

/** A row of {@code llm_analyses}. */
@Entity
@Table(name = "llm_analyses")
class AnalysisEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    long executionId;
    long chartId;
    long strategyId;
    String symbol;
    String timeframe;
    String kind;

    @Nullable
    Long replayOfId;

    String source;
    long promptTemplateId;
    String promptText;
    String promptSha256;
    String responseText;
    String modelName;
    String modelConfig;
    String modelConfigSha256;
    String provider;

    @Nullable
    String responseModel;

    @JdbcType(JsonColumn.class)
    Map<String, Object> indicatorsMetadata;

    String indicatorConvention;
    String status;

    @Nullable
    String errorMessage;

    @JdbcType(JsonColumn.class)
    @Nullable
    Map<String, Object> verdict;

    @Nullable
    String trendDirection;

    @Nullable
    String recommendation;

    @Nullable
    BigDecimal confidenceScore;

    @JdbcType(JsonColumn.class)
    List<BigDecimal> supportLevels;

    @JdbcType(JsonColumn.class)
    List<BigDecimal> resistanceLevels;

    @JdbcType(JsonColumn.class)
    List<String> keyPatterns;

    @JdbcType(JsonColumn.class)
    Map<String, Object> levels;

    int horizonBars;

    @JdbcType(JsonColumn.class)
    List<Map<String, Object>> claims;

    long inputUncached;
    long inputCached;
    long cacheWrite;
    long outputVisible;
    long outputReasoning;
    long tokensUsed;

    @Nullable
    BigDecimal costUsd;

    @Nullable
    Long modelPriceId;

    long latencyMs;
    int sampleNo;
    Instant asOf;
    Instant decidedAt;
    Instant lastBarClosedAt;
    Instant analyzedAt;

    /** Written by the database as it inserts the row; see V51. */
    @Column(insertable = false, updatable = false)
    @Nullable
    BigDecimal confidenceCalibrated;

    @Column(insertable = false, updatable = false)
    @Nullable
    Long calibrationMapId;

    @Formula("(select m.version from calibration_maps m where m.id = calibration_map_id)")
    @Nullable
    Integer calibrationMapVersion;
}
