package io.candletrace.feed.ibkr;

import com.fasterxml.jackson.databind.JsonNode;
import io.candletrace.thread.ConcurrencyLimit;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.health.api.Wellness;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/** The gateway as one that answers questions, as far as its session, its limits and its moods allow. */
@Singleton
public class IbkrGateway {
    private static final String METER = "candletrace.feed.ibkr.requests";

    private final GatewayConnection connection;
    private final IbkrSession session;
    private final ConcurrencyLimit limit;
    private final IbkrConfig config;
    private final MeterRegistry meters;

    /** Connects to nobody yet. Fails with {@code MISCONFIGURED} when the trusted certificate cannot be read. */
    @Inject
    IbkrGateway(IbkrConfig config, @Wellness IbkrSessionHealth health, MeterRegistry meters, Vertx vertx, Clock clock) {
        this.connection = new GatewayConnection(config, vertx, clock);
        this.session = new IbkrSession(connection, config, clock, health::show);
        this.limit = new ConcurrencyLimit(config.concurrency());
        this.config = config;
        this.meters = meters;
    }

    /**
     * Gets what lies at a path with its query; empty when the gateway says that there is nothing.
     *
     * <p>Fails with {@code FEED_SESSION_LOST}, and with {@code FEED_UNAVAILABLE} when no answer came in the time and the number
     * of requests allowed.
     *
     * @param subject what is asked for, as a message names it
     */
    Uni<Optional<JsonNode>> get(String path, String subject) {
        return session.ready().chain(() -> new Inquiry(this, path, subject).ask());
    }

    GatewayConnection connection() {
        return connection;
    }

    IbkrSession session() {
        return session;
    }

    IbkrConfig config() {
        return config;
    }

    /** Sends one request when it may be sent. */
    Uni<Reply> request(String path) {
        return limit.whenFree(() -> connection.get(path))
                .map(exchange -> new Reply(exchange, GatewayAnswer.of(exchange)))
                .invoke(reply -> meters.counter(METER, "outcome", reply.answer().outcome())
                        .increment());
    }

    @PreDestroy
    void close() {
        session.close();
        connection.close();
    }
}
