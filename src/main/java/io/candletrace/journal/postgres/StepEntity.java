package io.candletrace.journal.postgres;

import io.candletrace.persistence.JsonColumn;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import org.hibernate.annotations.JdbcType;
import org.jspecify.annotations.Nullable;

/** A row of {@code workflow_steps}. */
@Entity
@Table(name = "workflow_steps")
class StepEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    long executionId;
    long taskId;
    String symbol;

    @Nullable
    String timeframe;

    @Nullable
    String modelName;

    String stepName;
    int attempt;
    String status;
    Instant startedAt;
    long durationMs;

    @Nullable
    String inputSha256;

    @Nullable
    String outputSha256;

    @Nullable
    Long chartId;

    @Nullable
    Long llmAnalysisId;

    @Nullable
    Long signalId;

    @JdbcType(JsonColumn.class)
    Map<String, Object> detail;

    @Nullable
    String error;
}
