package io.candletrace.execution;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A row of {@code workflow_events}: something that happened to an execution.
 *
 * @param kind {@code execution_accepted execution_started execution_ended execution_retried task_begun task_completed task_failed
 *     task_released task_lost task_cancelled task_retried step_started step_ended}
 * @param taskId absent for what concerns all of the execution
 * @param attempt of the task, from 1; 0 before its first
 * @param stepName the stage's verb, of a step
 * @param detail what else there is to say: status, error, duration_ms, ids of what was made
 * @param at UTC
 */
public record ExecutionEvent(
        long id,
        long executionId,
        String kind,
        Optional<Long> taskId,
        Optional<Integer> attempt,
        Optional<String> symbol,
        Optional<String> timeframe,
        Optional<String> modelName,
        Optional<String> stepName,
        Map<String, Object> detail,
        Instant at) {
    private static final String ENDED = "execution_ended";
    private static final String OF_EXECUTION = "execution_";

    /** Whether nothing will follow once this has happened, or, when it says nothing about that, what held before. */
    public boolean over(boolean before) {
        return kind.startsWith(OF_EXECUTION) ? kind.equals(ENDED) : before;
    }
}
