package io.candletrace.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One HTTP request and what came back, in full or in part.
 *
 * @param sent whether a connection was had, so that the endpoint may have seen the request
 * @param status absent when no answer began
 * @param headers the answer's, names in lower case, of several the last; empty when no answer began
 * @param body the answer's first bytes, as many as are kept; absent when no answer began
 * @param length how long the body was as far as it came, in bytes
 * @param error why the answer did not come in full; absent when it did
 * @param sentAt UTC
 * @param endedAt UTC
 */
public record Exchange(
        boolean sent,
        OptionalInt status,
        Map<String, String> headers,
        Optional<Body> body,
        long length,
        Optional<TransportError> error,
        Instant sentAt,
        Instant endedAt) {
    public Exchange {
        headers = Map.copyOf(headers);
    }

    /** How an exchange can break off. */
    public enum Breakage {
        /** The connection could not be had, or was lost. Trying again may help. */
        CONNECTION,
        /** The deadline passed. */
        DEADLINE
    }

    /** Why an exchange broke off, in one line. */
    public record TransportError(Breakage breakage, String message) {}

    /** A header of the answer, as sent. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /** Whether the endpoint answered in full, with success. */
    public boolean succeeded() {
        return error.isEmpty() && status.orElse(0) / 100 == 2;
    }

    /** Whether the same request, sent again, can succeed. */
    public boolean worthAnotherTry() {
        if (error.isPresent()) {
            return error.get().breakage() == Breakage.CONNECTION;
        }
        var code = status.orElse(0);
        return code == 408 || code == 429 || code / 100 == 5;
    }

    /** Whether the model may have worked for it: an answer came, or was lost or waited for in vain after the request was sent. */
    public boolean mayHaveCost() {
        return succeeded() || sent && error.isPresent();
    }

    /** From the first byte sent to the last received. */
    public Duration wallTime() {
        return Duration.between(sentAt, endedAt);
    }

    /** What happened instead of success, in one line. */
    public String describe() {
        return error.map(TransportError::message).orElseGet(() -> "HTTP " + status.orElse(0));
    }
}
