package io.candletrace.reconciliation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How rows are held against objects. */
@ConfigMapping(prefix = "candletrace.reconciliation")
public interface ReconciliationConfig {
    /** How often it is done, by whichever replica comes first; {@code off} for only when asked. Each time lists the whole bucket. */
    @WithDefault("6h")
    Every every();

    /**
     * How old an object that no row names must be before it is taken away, at least twice as long as the longest task: what is
     * younger may be about to get its row. Longer keeps more garbage.
     */
    @WithDefault("1h")
    Duration grace();

    /** How many objects are read and hashed each time, 0 to 1000000. More finds damage sooner, and reads more. */
    @WithDefault("1000")
    @Min(0)
    @Max(1_000_000)
    int rehashPerRun();
}
