package io.candletrace.execution;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How executions are watched. */
@ConfigMapping(prefix = "candletrace.execution")
public interface EventConfig {
    /** How many streams of events this replica serves at once, 1 to 10000. Each is a connection and some memory. */
    @WithDefault("200")
    @Min(1)
    @Max(10_000)
    int eventStreams();

    /** How long after an execution's end its events are kept. Longer keeps a larger table; the evidence itself is kept for ever. */
    @WithDefault("30d")
    Duration eventRetention();
}
