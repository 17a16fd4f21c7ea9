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
import java.util.Map;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.JdbcType;
import org.jspecify.annotations.Nullable;

/** A row of {@code trading_signals}. */
@Entity
@Table(name = "trading_signals")
class SignalEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    long executionId;
    long chartId;
    long llmAnalysisId;
    long strategyId;
    long strategyVersionId;
    long instrumentId;
    String symbol;
    String signalType;
    String trend;

    @Nullable
    BigDecimal confidence;

    String reasoning;
    String timeframePrimary;

    @Nullable
    String timeframeConfirmation;

    @Nullable
    BigDecimal entryPriceLow;

    @Nullable
    BigDecimal entryPriceHigh;

    @Nullable
    BigDecimal stopLoss;

    @Nullable
    BigDecimal targetConservative;

    @Nullable
    BigDecimal targetAggressive;

    @Nullable
    BigDecimal rMultipleConservative;

    @Nullable
    BigDecimal rMultipleAggressive;

    int horizonBars;

    @JdbcType(JsonColumn.class)
    Map<String, Object> strategyMetadata;

    String source;
    Instant asOf;
    Instant decidedAt;
    Instant lastBarClosedAt;
    Instant generatedAt;
    Instant expiresAt;
    String status;

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

    @Formula("states_probability(llm_analysis_id, strategy_version_id, signal_type, confidence)")
    boolean statesProbability;
}
