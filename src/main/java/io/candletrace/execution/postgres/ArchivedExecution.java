package io.candletrace.execution.postgres;

import io.candletrace.execution.ExecutionRecord;
import io.candletrace.persistence.JsonColumn;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcType;
import org.jspecify.annotations.Nullable;

/** A row of {@code workflow_executions}, as it is read. */
@Entity
@Immutable
@Table(name = "workflow_executions")
class ArchivedExecution {

    @Id
    long id;

    long strategyId;
    long strategyVersionId;
    String status;
    String runType;
    Instant asOf;

    @Nullable
    Instant scheduledFor;

    String requestedBy;
    Instant createdAt;

    @Nullable
    Instant startedAt;

    @Nullable
    Instant completedAt;

    @JdbcType(JsonColumn.class)
    Map<String, Object> result;

    @Nullable
    String error;

    @Nullable
    Instant cancelRequestedAt;

    @Nullable
    String cancelledBy;

    @Nullable
    String cancelReason;

    ExecutionRecord toDomain(String strategy, int strategyVersion) {
        return new ExecutionRecord(
                id,
                strategyId,
                strategy,
                strategyVersionId,
                strategyVersion,
                status,
                runType,
                asOf,
                Optional.ofNullable(scheduledFor),
                requestedBy,
                createdAt,
                Optional.ofNullable(startedAt),
                Optional.ofNullable(completedAt),
                result,
                Optional.ofNullable(error),
                Optional.ofNullable(cancelRequestedAt),
                Optional.ofNullable(cancelledBy),
                Optional.ofNullable(cancelReason));
    }
}
