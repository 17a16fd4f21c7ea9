package io.candletrace.execution.postgres;

import io.candletrace.execution.TaskRecord;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A row of {@code workflow_tasks}, as it is read. */
@Entity
@Immutable
@Table(name = "workflow_tasks")
class ArchivedTask {

    @Id
    long id;

    long executionId;
    long instrumentId;
    String symbol;
    String status;
    int attempts;

    @Nullable
    String lastError;

    Instant createdAt;

    @Nullable
    Instant completedAt;

    TaskRecord toDomain() {
        return new TaskRecord(
                id,
                executionId,
                instrumentId,
                symbol,
                status,
                attempts,
                Optional.ofNullable(lastError),
                createdAt,
                Optional.ofNullable(completedAt));
    }
}
