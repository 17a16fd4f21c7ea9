package io.candletrace.api;

import io.candletrace.request.Parameters;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A span of time.
 *
 * @param from at or after
 * @param to before
 */
record Span(Instant from, Instant to) {

    private static final Duration STANDARD = Duration.ofDays(30);

    /** What was asked for; up to now, and 30 days, where nothing is said. */
    static Span parse(Optional<String> from, Optional<String> to, Instant now) {
        var end = Parameters.instant("to", to).orElse(now);
        var start = Parameters.instant("from", from).orElse(end.minus(STANDARD));
        if (!start.isBefore(end)) {
            throw Parameters.invalid("from", "a time before " + end, start.toString());
        }
        return new Span(start, end);
    }
}
