package io.candletrace.feed.ibkr;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Spreads requests evenly over time; whoever asks is given a moment of its own. */
final class RequestPace {
    private final long intervalNanos;
    private final LongSupplier nanoTime;
    private long next;

    /** So many a second, by a clock like {@link System#nanoTime}. */
    RequestPace(int perSecond, LongSupplier nanoTime) {
        this.intervalNanos = Duration.ofSeconds(1).toNanos() / perSecond;
        this.nanoTime = nanoTime;
        this.next = nanoTime.getAsLong();
    }

    /** How long the next request has to wait for its moment; zero when nobody is before it. */
    synchronized Duration next() {
        long now = nanoTime.getAsLong();
        long moment = now - next > 0 ? now : next;
        next = moment + intervalNanos;
        return Duration.ofNanos(moment - now);
    }
}
