package io.candletrace.schedule;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How fires of schedules become executions. */
@ConfigMapping(prefix = "candletrace.schedule")
public interface ScheduleConfig {
    /** How often each replica looks for fires that are due, and for room in backfills. Shorter asks the database more often. */
    @WithDefault("1s")
    Duration tick();

    /** How late a fire may be dealt with and still run whatever its strategy's {@code catch_up} says. */
    @WithDefault("1m")
    Duration grace();

    /** How many missed fires of one strategy are made up for in one tick, 1 to 1000; the others follow in the next ones. */
    @WithDefault("100")
    @Min(1)
    @Max(1000)
    int catchUpLimit();

    /** How long a fire's execution may take to complete before its strategy is called overdue. */
    @WithDefault("15m")
    Duration overdueAfter();
}
