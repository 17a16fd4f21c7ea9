package io.candletrace.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.candletrace.execution.ExecutionEvent;
import io.candletrace.journal.StepRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The steps of an execution on its time line.
 *
 * @param steps a page of those that ended, newest first
 * @param running those that are under way, oldest first
 */
record StepsView(@JsonUnwrapped ListView<StepView> steps, List<RunningView> running) {

    /**
     * A step that ended.
     *
     * @param offsetMs milliseconds from the execution's start to its own; absent when the execution never started
     */
    record StepView(@JsonUnwrapped StepRecord step, Instant endedAt, Optional<Long> offsetMs) {
        static StepView of(StepRecord step, Optional<Instant> start) {
            return new StepView(step, step.startedAt().plusMillis(step.durationMs()), offset(start, step.startedAt()));
        }
    }

    /**
     * A step that is under way.
     *
     * @param offsetMs milliseconds from the execution's start to its own; absent when the execution never started
     */
    record RunningView(
            Optional<Long> taskId,
            Optional<String> symbol,
            Optional<String> timeframe,
            Optional<String> modelName,
            Optional<String> stepName,
            Optional<Integer> attempt,
            String status,
            Instant startedAt,
            Optional<Long> offsetMs) {
        static RunningView of(ExecutionEvent event, Optional<Instant> start) {
            return new RunningView(
                    event.taskId(),
                    event.symbol(),
                    event.timeframe(),
                    event.modelName(),
                    event.stepName(),
                    event.attempt(),
                    "running",
                    event.at(),
                    offset(start, event.at()));
        }
    }

    private static Optional<Long> offset(Optional<Instant> start, Instant at) {
        return start.map(begun -> Duration.between(begun, at).toMillis());
    }
}
