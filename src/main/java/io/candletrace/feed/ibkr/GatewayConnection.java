package io.candletrace.feed.ibkr;

import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.http.Exchange;
import io.candletrace.http.HttpEndpoint;
import io.candletrace.http.HttpSettings;
import io.candletrace.http.HttpSettings.Trust;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Sends requests to the gateway, no more a second than allowed. What comes back is judged by others. */
final class GatewayConnection {
    /** A thousand bars are a tenth of it. */
    private static final int KEPT_BYTES = 2 * 1024 * 1024;

    /** Without one the vendor's servers answer 403. */
    private static final Map<String, String> HEADERS = Map.of("User-Agent", "Candletrace");

    private final HttpEndpoint endpoint;
    private final Duration timeout;
    private final RequestPace pace;

    /** Opens no connection yet. Fails with {@code MISCONFIGURED} when the trusted certificate cannot be read. */
    GatewayConnection(IbkrConfig config, Vertx vertx, Clock clock) {
        // One more than requests, so that the session does not wait for bars.
        var settings = new HttpSettings(config.baseUrl(), HEADERS, config.concurrency() + 1, KEPT_BYTES, trust(config));
        this.endpoint = new HttpEndpoint(vertx, clock, settings);
        this.timeout = config.timeout();
        this.pace = new RequestPace(config.requestsPerSecond(), System::nanoTime);
    }

    /** Gets a path with its query, under the base URL. */
    Uni<Exchange> get(String path) {
        return inTurn(() -> endpoint.get(path, timeout));
    }

    /** Posts JSON to a path under the base URL. */
    Uni<Exchange> post(String path, String json) {
        return inTurn(() -> endpoint.post(path, json.getBytes(StandardCharsets.UTF_8), timeout));
    }

    /** Emits after a pause. */
    Uni<Void> pause(Duration pause) {
        return endpoint.pause(pause);
    }

    void close() {
        endpoint.close();
    }

    private Uni<Exchange> inTurn(Supplier<Uni<Exchange>> request) {
        return Uni.createFrom().deferred(() -> {
            var wait = pace.next();
            return wait.isZero() ? request.get() : pause(wait).chain(() -> request.get());
        });
    }

    private static Optional<Trust> trust(IbkrConfig config) {
        return config.trustedCertificate()
                .<Trust>map(GatewayConnection::readable)
                .or(() -> config.trustAnyCertificate() ? Optional.of(new Trust.Anyone()) : Optional.empty());
    }

    private static Trust readable(Path certificate) {
        if (!Files.isReadable(certificate)) {
            throw new ServiceException(
                    FailureReason.MISCONFIGURED,
                    "candletrace.feed.ibkr.trusted-certificate should name a PEM file, but '" + certificate
                            + "' cannot be read");
        }
        return new Trust.Certificate(certificate);
    }
}
