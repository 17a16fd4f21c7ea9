package io.candletrace.feed;

import io.candletrace.feed.BarCache.Change;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;

/** Counts what the cache spared and what it noticed, by source. */
@ApplicationScoped
class FeedMeters {
    private static final String REQUESTS = "candletrace.feed.cache";
    private static final String BARS = "candletrace.feed.bars";
    private static final String SOURCE = "source";

    private final MeterRegistry meters;

    FeedMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    /** A request that the cache answered alone. */
    void hit(String source) {
        meters.counter(REQUESTS, SOURCE, source, "result", "hit").increment();
    }

    /** A request for which something was fetched. */
    void miss(String source) {
        meters.counter(REQUESTS, SOURCE, source, "result", "miss").increment();
    }

    /** Bars that arrived. */
    void fetched(String source, Change change) {
        meters.counter(BARS, SOURCE, source, "change", "added").increment(change.added());
        meters.counter(BARS, SOURCE, source, "change", "revised").increment(change.revised());
        meters.counter(BARS, SOURCE, source, "change", "vanished").increment(change.vanished());
    }
}
