package io.candletrace.http;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.PemTrustOptions;
import java.time.Clock;
import java.time.Duration;

/** Speaks HTTP with one server without blocking. An exchange that fails is a value, because it is evidence too. */
public final class HttpEndpoint {
    private static final int CONNECT_TIMEOUT_MS = 10_000;
    private static final int KEEP_ALIVE_SECONDS = 30;

    private final Vertx vertx;
    private final HttpClient client;
    private final Clock clock;
    private final HttpSettings settings;

    /** Opens no connection yet. */
    public HttpEndpoint(Vertx vertx, Clock clock, HttpSettings settings) {
        this.vertx = vertx;
        this.clock = clock;
        this.settings = settings;
        this.client =
                vertx.createHttpClient(options(settings), new PoolOptions().setHttp1MaxSize(settings.connections()));
    }

    /** Posts JSON to a path under the base URL; the exchange ends at the latest when the patience does. */
    public Uni<Exchange> post(String path, byte[] json, Duration patience) {
        var options = options(HttpMethod.POST, path).putHeader("Content-Type", "application/json");
        return exchange(options, Buffer.buffer(json), patience);
    }

    /** Gets a path, with its query, under the base URL. */
    public Uni<Exchange> get(String path, Duration patience) {
        return exchange(options(HttpMethod.GET, path), Buffer.buffer(), patience);
    }

    /** Emits after a pause, on the caller's Vert.x context. */
    public Uni<Void> pause(Duration pause) {
        return Uni.createFrom().emitter(emitter -> {
            var timer = vertx.setTimer(Math.max(1, pause.toMillis()), fired -> emitter.complete(null));
            emitter.onTermination(() -> vertx.cancelTimer(timer));
        });
    }

    /** Closes its connections. */
    public void close() {
        client.close();
    }

    private Uni<Exchange> exchange(RequestOptions options, Buffer body, Duration patience) {
        return Uni.createFrom().emitter(emitter -> {
            var context = vertx.getOrCreateContext();
            var inFlight = new ExchangeInFlight(vertx, clock, settings.maxBytes(), emitter::complete);
            emitter.onTermination(() -> context.runOnContext(cancelled -> inFlight.abandon()));
            context.runOnContext(started -> inFlight.start(client, options, body, patience));
        });
    }

    private RequestOptions options(HttpMethod method, String path) {
        var options = new RequestOptions()
                .setMethod(method)
                .setAbsoluteURI(settings.baseUrl().toString().replaceAll("/+$", "") + path)
                .putHeader("Accept", "application/json");
        settings.headers().forEach(options::putHeader);
        return options;
    }

    private static HttpClientOptions options(HttpSettings settings) {
        var options =
                new HttpClientOptions().setConnectTimeout(CONNECT_TIMEOUT_MS).setKeepAliveTimeout(KEEP_ALIVE_SECONDS);
        settings.trust().ifPresent(trust -> {
            // Such certificates are made for another name, or for none.
            options.setVerifyHost(false);
            switch (trust) {
                case HttpSettings.Trust.Anyone() -> options.setTrustAll(true);
                case HttpSettings.Trust.Certificate(var file) ->
                    options.setTrustOptions(new PemTrustOptions().addCertPath(file.toString()));
            }
        });
        return options;
    }
}
