package io.candletrace.testing;

import io.candletrace.execution.ExecutionConfig;
import java.time.Duration;

/** Tasks are tried as they are by default. */
public final class ExecutionSettings implements ExecutionConfig {
    @Override
    public int attempts() {
        return 3;
    }

    @Override
    public Duration backOff() {
        return Duration.ofSeconds(2);
    }

    @Override
    public int losses() {
        return 3;
    }

    @Override
    public int backlog() {
        return 10_000;
    }
}
