package io.candletrace.execution;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How tasks are tried. */
@ConfigMapping(prefix = "candletrace.execution")
public interface ExecutionConfig {
    /** How many attempts of a task may fail, 1 to 20, when the failure is one that a retry can help. Each may pay a model again. */
    @WithDefault("3")
    @Min(1)
    @Max(20)
    int attempts();

    /**
     * How long a task waits at most after its first failed attempt; twice as long after each further one. At least half of it:
     * the rest is drawn, so that what failed together does not come back together.
     */
    @WithDefault("2s")
    Duration backOff();

    /**
     * How many processes may go away, without a word, while they work on a task, 1 to 20; then the task fails. A task that ends
     * its process takes that many down.
     */
    @WithDefault("3")
    @Min(1)
    @Max(20)
    int losses();

    /**
     * How many tasks may wait or run before new executions are refused over HTTP, 1 to 10 million. Schedules and backfills are
     * not refused. More waits longer, and every poll has more to skip.
     */
    @WithDefault("10000")
    @Min(1)
    @Max(10_000_000)
    int backlog();
}
