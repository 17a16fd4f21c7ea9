package io.candletrace.feed.binance;

import io.candletrace.http.HttpEndpoint;
import io.candletrace.http.HttpSettings;
import io.candletrace.thread.ConcurrencyLimit;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * What every question to Binance uses.
 *
 * @param settings of the source
 * @param endpoint sends the requests
 * @param limit lets so many at a time through
 * @param allowance knows what the vendor lets us send
 * @param clock the service's
 */
record Line(BinanceConfig settings, HttpEndpoint endpoint, ConcurrencyLimit limit, Allowance allowance, Clock clock) {
    /** A full page of bars is a quarter of a megabyte. */
    private static final int KEPT_BYTES = 4 * 1024 * 1024;

    static Line open(BinanceConfig config, Vertx vertx, Clock clock) {
        var http = new HttpSettings(config.baseUrl(), Map.of(), config.concurrency(), KEPT_BYTES, Optional.empty());
        return new Line(
                config,
                new HttpEndpoint(vertx, clock, http),
                new ConcurrencyLimit(config.concurrency()),
                new Allowance(config.weightPerMinute()),
                clock);
    }

    /** Asks, again while that may help. Fails with {@code UNKNOWN_SYMBOL} or {@code FEED_UNAVAILABLE}. */
    <T> Uni<T> answer(Question<T> question) {
        return Uni.createFrom().deferred(() -> new Inquiry<>(this, question).answer());
    }
}
