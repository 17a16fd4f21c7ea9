package io.candletrace.journal.postgres;

import io.candletrace.analysis.Spending;
import io.candletrace.analysis.Usage;
import io.candletrace.http.Body;
import io.candletrace.journal.CallEvidence;
import io.candletrace.lineage.ModelPriceId;
import io.candletrace.persistence.JsonColumn;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcType;
import org.jspecify.annotations.Nullable;

/** A row of {@code llm_calls}, as it is read to be checked. */
@Entity
@Immutable
@Table(name = "llm_calls")
class EvidenceCall {
    private static final int SUCCESS = 2;
    private static final int HUNDRED = 100;

    @Id
    long id;

    long taskId;
    int attempt;
    long chartId;
    String modelConfig;
    long promptTemplateId;
    int sampleNo;
    String purpose;

    @JdbcType(JsonColumn.class)
    Map<String, Object> request;

    String requestSha256;

    @Nullable
    Integer httpStatus;

    byte @Nullable [] responseBody;

    @Nullable
    String responseSha256;

    long responseLength;

    @JdbcType(JsonColumn.class)
    @Nullable
    Map<String, Object> usage;

    @Nullable
    String finishReason;

    @Nullable
    String responseId;

    @Nullable
    String responseModel;

    @Nullable
    String error;

    long inputUncached;
    long inputCached;
    long cacheWrite;
    long outputVisible;
    long outputReasoning;

    @Nullable
    BigDecimal costUsd;

    @Nullable
    Long modelPriceId;

    Instant sentAt;
    Instant endedAt;

    CallEvidence toDomain() {
        return new CallEvidence(
                id, taskId, purpose, attempt, succeeded(), request, requestSha256, answer(), spending());
    }

    private boolean succeeded() {
        return error == null && httpStatus != null && httpStatus / HUNDRED == SUCCESS;
    }

    private CallEvidence.Answer answer() {
        return new CallEvidence.Answer(
                Optional.ofNullable(responseBody).map(Body::new),
                Optional.ofNullable(responseSha256),
                responseLength,
                Optional.ofNullable(usage),
                Optional.ofNullable(finishReason),
                Optional.ofNullable(responseId),
                Optional.ofNullable(responseModel),
                sentAt,
                endedAt);
    }

    private Spending spending() {
        return new Spending(
                new Usage(inputUncached, inputCached, cacheWrite, outputVisible, outputReasoning),
                Optional.ofNullable(costUsd),
                Optional.ofNullable(modelPriceId).map(ModelPriceId::new));
    }
}
