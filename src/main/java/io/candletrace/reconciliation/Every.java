package io.candletrace.reconciliation;

import io.quarkus.runtime.configuration.DurationConverter;
import java.time.Duration;
import java.util.Optional;

/**
 * How often something is done.
 *
 * @param interval absent for never by itself
 */
public record Every(Optional<Duration> interval) {
    private static final String OFF = "off";

    /** Reads a duration, or {@code off}. */
    public static Every of(String text) {
        return new Every(OFF.equals(text) ? Optional.empty() : Optional.of(DurationConverter.parseDuration(text)));
    }
}
