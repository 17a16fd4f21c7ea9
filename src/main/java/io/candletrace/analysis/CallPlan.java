package io.candletrace.analysis;

import io.candletrace.lineage.TaskId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A call that somebody would like to make.
 *
 * @param model our name of who is asked
 * @param task whose work it is
 * @param attempt of the task, from 1
 * @param worst the most it may take
 * @param limits what may be spent; its worst case is set aside in each
 * @param pace how fast the model may be asked
 * @param patience how long the call may last once it is sent
 */
public record CallPlan(
        String model,
        TaskId task,
        int attempt,
        WorstCase worst,
        List<BudgetLimit> limits,
        Pace pace,
        Duration patience) {
    public CallPlan {
        limits = List.copyOf(limits);
    }

    /**
     * How fast a model may be asked, by all replicas together.
     *
     * @param concurrency calls at the same time
     * @param requests a minute
     * @param tokens a minute
     */
    public record Pace(int concurrency, Optional<Integer> requests, Optional<Integer> tokens) {}
}
