package io.candletrace.feed.binance;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;

/**
 * One thing that Binance is asked for.
 *
 * @param pair whose
 * @param path with its query, under the base URL
 * @param weight what it counts against the vendor's limit
 * @param what it is, for people: {@code klines}
 * @param reader understands the answer
 */
record Question<T>(PairName pair, String path, int weight, String what, Reader<T> reader) {
    /** Understands an answer. */
    interface Reader<T> {
        /** What the JSON says; empty when it has not the shape expected. The instant is when the vendor said it. */
        Optional<T> read(JsonNode json, Instant saidAt);
    }

    /** What was asked for, in words. */
    String subject() {
        return what + " of " + pair;
    }
}
