package io.candletrace.http;

import java.time.Duration;

/** How long to wait before the same request is sent again. */
public final class Backoff {
    private static final Duration FIRST = Duration.ofMillis(250);
    private static final int MOST_DOUBLINGS = 5;

    private Backoff() {}

    /** What the endpoint asks for, else a quarter of a second that doubles with every retry, to 8 s at most. */
    public static Duration pause(Exchange exchange, int retries) {
        return exchange.header("Retry-After")
                .flatMap(header -> RetryAfter.parse(header, exchange.endedAt()))
                .orElseGet(() -> FIRST.multipliedBy(1L << Math.min(retries, MOST_DOUBLINGS)));
    }
}
