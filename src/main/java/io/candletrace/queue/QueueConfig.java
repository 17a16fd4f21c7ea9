package io.candletrace.queue;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How this replica takes tasks. */
@ConfigMapping(prefix = "candletrace.queue")
public interface QueueConfig {
    /** How many tasks are in flight at once, 1 to 1000. More waits for more models at a time and costs memory. */
    @WithDefault("16")
    @Min(1)
    @Max(1000)
    int inFlight();

    /** How long a due task of another replica may lie before it is seen. Shorter asks the database more often. */
    @WithDefault("200ms")
    Duration pollingInterval();

    /**
     * How often a running task says that it is alive. Four missed ones, and another replica takes it; who is dead is looked for
     * every other one. Shorter finds them sooner and takes a stalled process for a dead one sooner.
     */
    @WithDefault("2s")
    Duration heartbeatInterval();

    /** How long running tasks may take to finish when the service stops; what has not finished then is handed back. */
    @WithDefault("10s")
    Duration shutdownPatience();
}
