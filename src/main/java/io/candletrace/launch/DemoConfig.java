package io.candletrace.launch;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What the first start shows. */
@ConfigMapping(prefix = "candletrace.launch")
public interface DemoConfig {
    /** Whether the first start beside an embedded database runs the demo. */
    @WithDefault("true")
    boolean demo();

    /** How long the demo is watched before its table is given up; it goes on all the same. */
    @WithDefault("60s")
    Duration demoPatience();
}
