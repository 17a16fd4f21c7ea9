package io.candletrace.feed.ibkr;

import com.fasterxml.jackson.databind.JsonNode;
import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.http.Backoff;
import io.candletrace.http.Exchange;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/** One question to the gateway and everything that is done to have it answered. Its requests come one after the other. */
final class Inquiry {
    private final IbkrGateway gateway;
    private final String path;
    private final String subject;
    private int retries;
    private boolean doubted;
    private boolean nothing;
    private OptionalLong deadline = OptionalLong.empty();

    Inquiry(IbkrGateway gateway, String path, String subject) {
        this.gateway = gateway;
        this.path = path;
        this.subject = subject;
    }

    /** Asks until there is an answer; empty when the gateway said twice that there is nothing. */
    Uni<Optional<JsonNode>> ask() {
        return gateway.request(path).chain(this::next);
    }

    private Uni<Optional<JsonNode>> next(Reply reply) {
        return switch (reply.answer()) {
            case GatewayAnswer.Answered(var body) -> Uni.createFrom().item(Optional.of(body));
            case GatewayAnswer.Nothing() -> nothing(reply.exchange());
            case GatewayAnswer.SessionLost(var what, var loggedIn) -> doubt(what);
            case GatewayAnswer.Failed(var what) -> again(reply.exchange(), what);
            case GatewayAnswer.Refused(var what) -> fail(FailureReason.FEED_UNAVAILABLE, "IBKR refuses", what);
        };
    }

    private Uni<Optional<JsonNode>> nothing(Exchange exchange) {
        if (nothing) {
            return Uni.createFrom().item(Optional.empty());
        }
        nothing = true;
        return gateway.connection().pause(Backoff.pause(exchange, 0)).chain(this::ask);
    }

    /** Looks at the session, and asks once more when that is well. */
    private Uni<Optional<JsonNode>> doubt(String what) {
        if (doubted) {
            return fail(
                    FailureReason.FEED_SESSION_LOST,
                    "the IBKR gateway says that its session is alive, but refuses",
                    what + "; log out and in again at "
                            + gateway.config().baseUrl().resolve("/"));
        }
        doubted = true;
        gateway.session().doubt();
        return gateway.session().ready().chain(this::ask);
    }

    private Uni<Optional<JsonNode>> again(Exchange exchange, String what) {
        var pause = Backoff.pause(exchange, retries);
        if (retries >= gateway.config().retries() || pause.compareTo(timeLeft()) > 0) {
            return fail(
                    FailureReason.FEED_UNAVAILABLE,
                    "the IBKR gateway gave no answer in " + (retries + 1) + (retries == 0 ? " request" : " requests")
                            + " to",
                    "the last: " + what);
        }
        retries++;
        return gateway.connection().pause(pause).chain(this::ask);
    }

    /** What is left of the time that begins with the first failure: waiting in line for the first request is free. */
    private Duration timeLeft() {
        long now = System.nanoTime();
        long end = deadline.orElseGet(() -> now + gateway.config().retryFor().toNanos());
        deadline = OptionalLong.of(end);
        return Duration.ofNanos(end - now);
    }

    private <T> Uni<T> fail(FailureReason reason, String verb, String what) {
        return Uni.createFrom().failure(new ServiceException(reason, verb + " " + subject + ": " + what));
    }
}
