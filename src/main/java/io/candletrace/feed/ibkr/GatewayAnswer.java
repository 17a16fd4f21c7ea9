package io.candletrace.feed.ibkr;

import com.fasterxml.jackson.databind.JsonNode;
import io.candletrace.http.Exchange;
import io.candletrace.inspection.Admission;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the gateway's answer to a question means. The vendor has no one form of error: it may be the status, a field
 * {@code error} in an answer of any status, or the login page.
 */
sealed interface GatewayAnswer {
    /** Errors when nobody is logged in. */
    List<String> LOGGED_OUT = List.of("no session", "not authenticated", "not logged in");

    /** Errors when somebody is, but has no brokerage session. */
    List<String> WITHOUT_BROKERAGE = List.of("init session", "no bridge");

    /** Errors of a question that has an empty answer. */
    List<String> EMPTY = List.of("chart data", "no data", "no symbol found");

    /**
     * An error that promises more than it keeps: it is said of good contracts at night (ib_insync#330).
     */
    String NIGHTLY = "no security definition";

    /** The answer. */
    record Answered(JsonNode body) implements GatewayAnswer {}

    /** There is no brokerage session, or none any more; it may lack the login too. */
    record SessionLost(String what, boolean loggedIn) implements GatewayAnswer {}

    /** There is nothing. Said in passing too, so only who hears it twice believes it. */
    record Nothing() implements GatewayAnswer {}

    /** It failed, but may not fail again. */
    record Failed(String what) implements GatewayAnswer {}

    /** It will not be answered. */
    record Refused(String what) implements GatewayAnswer {}

    /** Reads an answer. */
    static GatewayAnswer of(Exchange exchange) {
        if (exchange.error().isPresent()) {
            return new Failed(exchange.describe());
        }
        if (GatewayJson.isLoginPage(exchange)) {
            return new SessionLost("a login page instead of an answer", false);
        }
        var body = GatewayJson.parse(exchange);
        var error = body.map(json -> json.path("error").asText()).filter(text -> !text.isBlank());
        return error.map(text -> ofError(exchange, text)).orElseGet(() -> ofBody(exchange, body));
    }

    /** Its name as a metric's tag. */
    default String outcome() {
        return switch (this) {
            case Answered answered -> "answered";
            case SessionLost lost -> "session_lost";
            case Nothing nothing -> "nothing";
            case Failed failed -> "failed";
            case Refused refused -> "refused";
        };
    }

    private static GatewayAnswer ofError(Exchange exchange, String error) {
        var text = error.toLowerCase(Locale.ROOT);
        var what = exchange.describe() + ", '" + Admission.shown(error) + "'";
        if (EMPTY.stream().anyMatch(text::contains)) {
            return new Nothing();
        }
        var loggedIn = WITHOUT_BROKERAGE.stream().anyMatch(text::contains);
        if (loggedIn || LOGGED_OUT.stream().anyMatch(text::contains)) {
            return new SessionLost(what, loggedIn);
        }
        var passes = exchange.succeeded() || exchange.worthAnotherTry() || text.contains(NIGHTLY);
        return passes ? new Failed(what) : refusal(exchange, what);
    }

    private static GatewayAnswer ofBody(Exchange exchange, Optional<JsonNode> body) {
        if (exchange.succeeded()) {
            return body.<GatewayAnswer>map(Answered::new)
                    .orElseGet(() -> new Failed("an answer of " + exchange.length() + " bytes that is no whole JSON"));
        }
        return exchange.worthAnotherTry() ? new Failed(exchange.describe()) : refusal(exchange, exchange.describe());
    }

    private static GatewayAnswer refusal(Exchange exchange, String what) {
        return switch (exchange.status().orElse(0)) {
            case 401 -> new SessionLost(what, false);
            case 403 -> new Refused(what + "; does the gateway's conf.yaml allow this machine's address?");
            default -> new Refused(what);
        };
    }
}
