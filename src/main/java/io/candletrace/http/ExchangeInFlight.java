package io.candletrace.http;

import io.candletrace.http.Exchange.Breakage;
import io.candletrace.http.Exchange.TransportError;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** An exchange while it runs. Everything happens on one Vert.x context, so nothing here is synchronised. */
final class ExchangeInFlight {
    private static final int MESSAGE_LENGTH = 300;

    private final Vertx vertx;
    private final int maxBytes;
    private final Consumer<Exchange> done;
    private final Buffer kept = Buffer.buffer();
    private final Instant sentAt;
    private final long startedNanos = System.nanoTime();
    private Optional<HttpClientRequest> request = Optional.empty();
    private OptionalInt status = OptionalInt.empty();
    private final Map<String, String> headers = new HashMap<>();
    private long length;
    private long timer;
    private boolean ended;

    ExchangeInFlight(Vertx vertx, Clock clock, int maxBytes, Consumer<Exchange> done) {
        this.vertx = vertx;
        this.maxBytes = maxBytes;
        this.done = done;
        this.sentAt = clock.instant();
    }

    void start(HttpClient client, RequestOptions options, Buffer body, Duration patience) {
        if (ended) {
            return;
        }
        // Our own timer: Vert.x' timeouts are about silence, and an answer that drips is never silent.
        timer = vertx.setTimer(
                Math.max(1, patience.toMillis()),
                fired -> end(Breakage.DEADLINE, "no complete answer in " + patience.toMillis() + " ms"));
        client.request(options).onSuccess(ready -> send(ready, body)).onFailure(this::broken);
    }

    /** Gives up; harmless once the exchange has ended, whose connection is then another's. */
    void abandon() {
        if (!ended) {
            ended = true;
            vertx.cancelTimer(timer);
            request.ifPresent(HttpClientRequest::reset);
        }
    }

    private void send(HttpClientRequest ready, Buffer body) {
        request = Optional.of(ready);
        if (ended) {
            ready.reset();
            return;
        }
        ready.send(body).onSuccess(this::receive).onFailure(this::broken);
    }

    private void receive(HttpClientResponse response) {
        status = OptionalInt.of(response.statusCode());
        response.headers().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
        response.handler(this::keep).exceptionHandler(this::broken).endHandler(complete -> end(Optional.empty()));
    }

    private void keep(Buffer part) {
        var room = Math.min(part.length(), maxBytes - kept.length());
        kept.appendBuffer(part, 0, room);
        length += part.length();
    }

    private void broken(Throwable cause) {
        end(Breakage.CONNECTION, line("connection failed: " + cause.getMessage()));
    }

    private void end(Breakage breakage, String message) {
        end(Optional.of(new TransportError(breakage, message)));
    }

    private void end(Optional<TransportError> error) {
        if (ended) {
            return;
        }
        var body = status.isPresent() ? Optional.of(new Body(kept.getBytes())) : Optional.<Body>empty();
        // The clock follows the database's and may be set; how long something took must not jump with it.
        var endedAt = sentAt.plusNanos(System.nanoTime() - startedNanos);
        var exchange = new Exchange(request.isPresent(), status, headers, body, length, error, sentAt, endedAt);
        ended = true;
        vertx.cancelTimer(timer);
        error.flatMap(broken -> request).ifPresent(HttpClientRequest::reset);
        done.accept(exchange);
    }

    /** What a library says may hold anything the other side sent. */
    private static String line(String message) {
        var line = message.replaceAll("[\\s\\p{Cntrl}\\p{Cs}]+", " ").strip();
        return line.length() <= MESSAGE_LENGTH ? line : line.substring(0, MESSAGE_LENGTH) + "…";
    }
}
