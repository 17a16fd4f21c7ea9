package io.candletrace.http;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * How one server is spoken to.
 *
 * @param baseUrl what every path lies under
 * @param headers sent with every request; may hold secrets, so nobody prints this
 * @param connections at most so many at once
 * @param maxBytes how much of an answer is kept; the rest is counted and dropped
 * @param trust whose certificates are believed beside the usual ones
 */
public record HttpSettings(
        URI baseUrl, Map<String, String> headers, int connections, int maxBytes, Optional<Trust> trust) {
    public HttpSettings {
        headers = Map.copyOf(headers);
    }

    /** A server with a certificate that nobody vouches for. */
    public sealed interface Trust {
        /** Only this certificate, a PEM file. */
        record Certificate(Path file) implements Trust {}

        /** Any certificate: the connection is encrypted, but to whoever answers. */
        record Anyone() implements Trust {}
    }

    /** Without the headers, which may be secret. */
    @Override
    public String toString() {
        return "HttpSettings[" + baseUrl + "]";
    }
}
