package io.candletrace.execution;

import java.time.Instant;

/**
 * What an execution may see, and who said so.
 *
 * @param instant UTC
 * @param source {@code request}, {@code latest_close} of a feed whose history ends, {@code now}, {@code schedule} or {@code backfill}
 */
public record AsOf(Instant instant, String source) {}
