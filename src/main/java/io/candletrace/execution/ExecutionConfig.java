package io.candletrace.execution;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How tasks are tried. */
@ConfigMapping(prefix = "candletrace.execution")
public interface ExecutionConfig {
    /** How often a task is tried, 1 to 20, when its failure is one that a retry can help. Each may pay a model again. */
    @WithDefault("3")
    @Min(1)
    @Max(20)
    int attempts();

    /** How long a task waits after its first failed attempt; twice as long after each further one. */
    @WithDefault("2s")
    Duration backOff();
}
