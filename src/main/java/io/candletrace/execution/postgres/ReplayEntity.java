package io.candletrace.execution.postgres;

import io.candletrace.execution.ReplayRecord;
import io.candletrace.lineage.AnalysisId;
import io.candletrace.lineage.ExecutionId;
import io.candletrace.lineage.PromptTemplateId;
import io.candletrace.persistence.JsonColumn;
import io.candletrace.pipeline.ReplaySpec;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcType;
import org.jspecify.annotations.Nullable;

/** A row of {@code replays}, as it is read. */
@Entity
@Immutable
@Table(name = "replays")
class ReplayEntity {
    static final String RESAMPLE = "resample";
    static final String COUNTERFACTUAL = "counterfactual";

    @Id
    long executionId;

    String kind;
    long ofExecutionId;

    @Nullable
    Long ofAnalysisId;

    int samples;

    @JdbcType(JsonColumn.class)
    List<String> models;

    @Nullable
    Long promptTemplateId;

    Instant createdAt;

    ReplayRecord toDomain() {
        return new ReplayRecord(
                new ExecutionId(executionId),
                new ExecutionId(ofExecutionId),
                Optional.ofNullable(ofAnalysisId).map(AnalysisId::new),
                spec(),
                createdAt);
    }

    private ReplaySpec spec() {
        return switch (kind) {
            case RESAMPLE -> new ReplaySpec.Resample(samples);
            case COUNTERFACTUAL ->
                new ReplaySpec.Counterfactual(
                        models, Optional.ofNullable(promptTemplateId).map(PromptTemplateId::new));
            default -> throw new IllegalStateException("a stored kind of replay that nobody knows: '" + kind + "'");
        };
    }
}
