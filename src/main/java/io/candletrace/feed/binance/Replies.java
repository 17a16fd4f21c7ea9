package io.candletrace.feed.binance;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.http.Body;
import io.candletrace.http.Exchange;
import io.candletrace.inspection.Admission;
import java.io.IOException;

/**
 * Understands what the vendor answers.
 *
 * @see <a href="https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#http-return-codes">HTTP return codes</a>
 * @see <a href="https://github.com/binance/binance-spot-api-docs/blob/master/errors.md">Error codes</a>
 */
final class Replies {
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final int BANNED = 418;
    private static final int BAD_SYMBOL = -1121;

    private Replies() {}

    /** What an exchange means for its question. */
    static <T> Reply<T> of(Question<T> question, Exchange exchange) {
        if (exchange.error().isPresent()) {
            return new Reply.Lost<>(exchange, exchange.describe());
        }
        if (exchange.succeeded()) {
            return question.reader()
                    .read(json(exchange), VendorTime.saidAt(exchange))
                    .<Reply<T>>map(Reply.Read::new)
                    .orElseGet(() -> new Reply.Lost<>(exchange, garbled(question, exchange)));
        }
        return exchange.worthAnotherTry()
                ? new Reply.Lost<>(exchange, exchange.describe())
                : new Reply.Refused<>(refusal(question, exchange));
    }

    private static ServiceException refusal(Question<?> question, Exchange exchange) {
        if (exchange.status().orElse(0) == BANNED) {
            return new Hold.Banned(Allowance.banEnds(exchange)).failure();
        }
        var error = json(exchange);
        if (error.path("code").asInt() == BAD_SYMBOL) {
            return PairName.none(question.pair().symbol());
        }
        var code = error.has("code") ? ", code " + error.path("code").asInt() : "";
        var message = error.path("msg").asText(text(exchange));
        return new ServiceException(
                FailureReason.FEED_UNAVAILABLE,
                "Binance refused the " + question.subject() + ": " + exchange.describe() + code + ", '"
                        + Admission.shown(message) + "'");
    }

    private static String garbled(Question<?> question, Exchange exchange) {
        return question.what() + " in JSON were expected, found " + exchange.length() + " bytes that begin with '"
                + Admission.shown(text(exchange)) + "'";
    }

    private static String text(Exchange exchange) {
        return exchange.body().map(Body::text).orElse("");
    }

    private static JsonNode json(Exchange exchange) {
        try {
            return JSON.readTree(exchange.body().map(Body::bytes).orElseGet(() -> new byte[0]));
        } catch (JacksonException notJson) {
            return MissingNode.getInstance();
        } catch (IOException notText) {
            return MissingNode.getInstance();
        }
    }
}
