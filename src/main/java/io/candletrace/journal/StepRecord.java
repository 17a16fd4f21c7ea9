package io.candletrace.journal;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A row of {@code workflow_steps}: what one stage of a task took in and gave out.
 *
 * @param attempt of the task, from 1
 * @param status {@code completed failed}
 * @param durationMs milliseconds
 * @param inputSha256 hash of what it worked on
 * @param outputSha256 hash of what it made
 * @param error reason and detail of a failure, one line
 */
public record StepRecord(
        long id,
        long executionId,
        long taskId,
        String symbol,
        Optional<String> timeframe,
        Optional<String> modelName,
        String stepName,
        int attempt,
        String status,
        Instant startedAt,
        long durationMs,
        Optional<String> inputSha256,
        Optional<String> outputSha256,
        Optional<Long> chartId,
        Optional<Long> llmAnalysisId,
        Optional<Long> signalId,
        Map<String, Object> detail,
        Optional<String> error) {}
