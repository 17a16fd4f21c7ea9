package io.candletrace.execution;

import java.time.Instant;
import java.util.Optional;

/**
 * A row of {@code workflow_tasks}: one instrument of an execution.
 *
 * @param status {@code ready running completed failed cancelled}
 * @param attempts how often it was begun
 * @param lastError reason and detail of its last failure, one line
 */
public record TaskRecord(
        long id,
        long executionId,
        long instrumentId,
        String symbol,
        String status,
        int attempts,
        Optional<String> lastError,
        Instant createdAt,
        Optional<Instant> completedAt) {}
