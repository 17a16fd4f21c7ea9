package io.candletrace.analysis.openai;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Speaks HTTP with one endpoint without blocking. An exchange that fails is a value, because it is evidence too. */
final class ModelClient {
    private static final int CONNECT_TIMEOUT_MS = 10_000;
    private static final int KEEP_ALIVE_SECONDS = 30;

    private final Vertx vertx;
    private final HttpClient client;
    private final Clock clock;
    private final URI baseUrl;
    private final Optional<String> key;

    ModelClient(Vertx vertx, Clock clock, URI baseUrl, Optional<String> key, int connections) {
        this.vertx = vertx;
        this.clock = clock;
        this.baseUrl = baseUrl;
        this.key = key;
        var options =
                new HttpClientOptions().setConnectTimeout(CONNECT_TIMEOUT_MS).setKeepAliveTimeout(KEEP_ALIVE_SECONDS);
        this.client = vertx.createHttpClient(options, new PoolOptions().setHttp1MaxSize(connections));
    }

    /** Posts JSON to a path under the base URL; the exchange ends at the latest when the patience does. */
    Uni<Exchange> post(String path, byte[] json, Duration patience) {
        var options = options(HttpMethod.POST, path).putHeader("Content-Type", "application/json");
        return exchange(options, Buffer.buffer(json), patience);
    }

    /** Gets a path under the base URL. */
    Uni<Exchange> get(String path, Duration patience) {
        return exchange(options(HttpMethod.GET, path), Buffer.buffer(), patience);
    }

    /** Emits after a pause, on the caller's Vert.x context. */
    Uni<Void> pause(Duration pause) {
        return Uni.createFrom().emitter(emitter -> {
            var timer = vertx.setTimer(Math.max(1, pause.toMillis()), fired -> emitter.complete(null));
            emitter.onTermination(() -> vertx.cancelTimer(timer));
        });
    }

    void close() {
        client.close();
    }

    private Uni<Exchange> exchange(RequestOptions options, Buffer body, Duration patience) {
        return Uni.createFrom().emitter(emitter -> {
            var context = vertx.getOrCreateContext();
            var inFlight = new ExchangeInFlight(vertx, clock, emitter::complete);
            emitter.onTermination(() -> context.runOnContext(cancelled -> inFlight.abandon()));
            context.runOnContext(started -> inFlight.start(client, options, body, patience));
        });
    }

    private RequestOptions options(HttpMethod method, String path) {
        var options = new RequestOptions()
                .setMethod(method)
                .setAbsoluteURI(baseUrl.toString().replaceAll("/+$", "") + path)
                .putHeader("Accept", "application/json");
        key.ifPresent(secret -> options.putHeader("Authorization", "Bearer " + secret));
        return options;
    }
}
