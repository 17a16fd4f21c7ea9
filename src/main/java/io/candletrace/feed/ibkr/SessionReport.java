package io.candletrace.feed.ibkr;

import com.fasterxml.jackson.databind.JsonNode;
import io.candletrace.http.Exchange;
import java.util.function.UnaryOperator;

/**
 * What the gateway says about its session. There are two: the login (SSO), and the brokerage session that bars need, which can
 * be gone while the login lives.
 *
 * @see <a href="https://www.interactivebrokers.com/campus/ibkr-api-page/cpapi-v1/#session">Client Portal API, Session</a>
 */
sealed interface SessionReport {
    /** Both live. */
    record Alive() implements SessionReport {}

    /** Somebody else who logged in as the same user has the brokerage session. */
    record Taken() implements SessionReport {}

    /** The login lives, the brokerage session does not. */
    record WithoutBrokerage() implements SessionReport {}

    /** Nobody is logged in. */
    record LoggedOut() implements SessionReport {}

    /** Nothing that is an answer came from the gateway. */
    record Silent(String what) implements SessionReport {}

    /** The gateway answered, but the servers behind it did not. */
    record ServersDown(String what) implements SessionReport {}

    /** Reads the answer to {@code /tickle}, which has the brokerage session's status inside. */
    static SessionReport ofTickle(Exchange exchange) {
        return of(exchange, body -> body.path("iserver").path("authStatus"));
    }

    /** Reads the answer to {@code /iserver/auth/status} or {@code /iserver/auth/ssodh/init}. */
    static SessionReport ofStatus(Exchange exchange) {
        return of(exchange, body -> body);
    }

    private static SessionReport of(Exchange exchange, UnaryOperator<JsonNode> status) {
        return switch (GatewayAnswer.of(exchange)) {
            case GatewayAnswer.Answered(var body) -> of(status.apply(body));
            case GatewayAnswer.SessionLost(var what, var loggedIn) ->
                loggedIn ? new WithoutBrokerage() : new LoggedOut();
            case GatewayAnswer.Failed(var what) -> isAnswer(exchange) ? new ServersDown(what) : new Silent(what);
            case GatewayAnswer.Refused(var what) -> new Silent(what);
            case GatewayAnswer.Nothing() -> new ServersDown(exchange.describe());
        };
    }

    private static SessionReport of(JsonNode status) {
        if (status.path("competing").asBoolean()) {
            return new Taken();
        }
        return status.path("authenticated").asBoolean() ? new Alive() : new WithoutBrokerage();
    }

    private static boolean isAnswer(Exchange exchange) {
        return exchange.error().isEmpty() && !exchange.succeeded();
    }
}
