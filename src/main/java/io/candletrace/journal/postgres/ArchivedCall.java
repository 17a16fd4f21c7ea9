package io.candletrace.journal.postgres;

import io.candletrace.journal.CallRecord;
import io.candletrace.lineage.Sha256;
import io.candletrace.persistence.JsonColumn;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcType;
import org.jspecify.annotations.Nullable;

/** A row of {@code llm_calls}, as it is read. */
@Entity
@Immutable
@Table(name = "llm_calls")
class ArchivedCall {

    @Id
    long id;

    long taskId;
    int attempt;
    long chartId;
    String modelConfig;
    long promptTemplateId;
    int sampleNo;
    String purpose;
    int callNo;

    @JdbcType(JsonColumn.class)
    Map<String, Object> request;

    String requestSha256;

    @Nullable
    Integer httpStatus;

    byte @Nullable [] responseBody;

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

    Instant sentAt;

    @Nullable
    Instant firstTokenAt;

    Instant endedAt;

    CallRecord toDomain() {
        var body = Optional.ofNullable(responseBody);
        return new CallRecord(
                id,
                taskId,
                chartId,
                modelConfig,
                promptTemplateId,
                sampleNo,
                purpose,
                attempt,
                callNo,
                request,
                requestSha256,
                Optional.ofNullable(httpStatus),
                body.map(bytes -> new String(bytes, StandardCharsets.UTF_8)),
                body.map(bytes -> Sha256.of(bytes).hex()),
                responseLength,
                Optional.ofNullable(usage),
                Optional.ofNullable(finishReason),
                Optional.ofNullable(responseId),
                Optional.ofNullable(responseModel),
                Optional.ofNullable(error),
                sentAt,
                Optional.ofNullable(firstTokenAt),
                endedAt);
    }
}
