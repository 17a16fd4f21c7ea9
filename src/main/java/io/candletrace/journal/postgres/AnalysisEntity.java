package io.candletrace.journal.postgres;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
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

    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, Object> indicatorsMetadata;

    String indicatorConvention;
    String status;

    @Nullable
    String errorMessage;

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    Map<String, Object> verdict;

    @Nullable
    String trendDirection;

    @Nullable
    String recommendation;

    @Nullable
    BigDecimal confidenceScore;

    @JdbcTypeCode(SqlTypes.JSON)
    List<BigDecimal> supportLevels;

    @JdbcTypeCode(SqlTypes.JSON)
    List<BigDecimal> resistanceLevels;

    @JdbcTypeCode(SqlTypes.JSON)
    List<String> keyPatterns;

    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, Object> levels;

    int horizonBars;

    @JdbcTypeCode(SqlTypes.JSON)
    List<Object> claims;

    long inputUncached;
    long inputCached;
    long cacheWrite;
    long outputVisible;
    long outputReasoning;
    long tokensUsed;

    @Nullable
    BigDecimal costUsd;

    long latencyMs;
    int sampleNo;
    Instant asOf;
    Instant decidedAt;
    Instant lastBarClosedAt;
    Instant analyzedAt;
}
