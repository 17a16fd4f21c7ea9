package io.candletrace.execution;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A row of {@code workflow_executions}.
 *
 * @param strategy its name
 * @param strategyVersion the version's number, from 1
 * @param status {@code pending running completed failed cancelled}
 * @param runType {@code scheduled manual backfill replay}
 * @param asOf what the run may see, UTC
 * @param scheduledFor the fire it stands for; absent when not scheduled
 * @param result counts of tasks by how they ended, and where {@code as_of} came from
 * @param error why it failed
 * @param cancelRequestedAt when somebody asked for its end
 * @param cancelledBy who did
 * @param cancelReason why, in their words
 */
public record ExecutionRecord(
        long id,
        long strategyId,
        String strategy,
        long strategyVersionId,
        int strategyVersion,
        String status,
        String runType,
        Instant asOf,
        Optional<Instant> scheduledFor,
        String requestedBy,
        Instant createdAt,
        Optional<Instant> startedAt,
        Optional<Instant> completedAt,
        Map<String, Object> result,
        Optional<String> error,
        Optional<Instant> cancelRequestedAt,
        Optional<String> cancelledBy,
        Optional<String> cancelReason) {}
