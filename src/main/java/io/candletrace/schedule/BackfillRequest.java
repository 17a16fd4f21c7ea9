package io.candletrace.schedule;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody wants a strategy to run over a span of the past.
 *
 * @param strategy its name; the current version is pinned
 * @param from UTC; the first {@code as_of}, or the first fire at or after it
 * @param to UTC; every {@code as_of} is before it
 * @param step an ISO 8601 period or duration, {@code session} for each close of the strategy's market, or {@code schedule} for
 *     each fire of the strategy's schedule
 * @param maxCost US dollars after which nothing more is accepted
 * @param concurrency how many executions are unfinished at a time, at most
 * @param requestedBy who, for people
 */
public record BackfillRequest(
        String strategy,
        Instant from,
        Instant to,
        String step,
        Optional<BigDecimal> maxCost,
        int concurrency,
        String requestedBy) {
    /** Unfinished executions at a time when nobody says how many. */
    public static final int CONCURRENCY = 4;
}
