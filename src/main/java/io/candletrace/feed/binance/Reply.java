package io.candletrace.feed.binance;

import io.candletrace.failure.ServiceException;
import io.candletrace.http.Exchange;

/** What came of one request. */
sealed interface Reply<T> {
    /** An answer that was understood. */
    record Read<T>(T content) implements Reply<T> {}

    /** Nothing that could be used, but the same request may succeed. */
    record Lost<T>(Exchange exchange, String why) implements Reply<T> {}

    /** The same request would fail again. */
    record Refused<T>(ServiceException failure) implements Reply<T> {}

    /** It was not sent. */
    record Held<T>(Hold hold) implements Reply<T> {}
}
