package io.candletrace.feed.ibkr;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.candletrace.http.Body;
import io.candletrace.http.Exchange;
import java.util.Locale;
import java.util.Optional;

/** Reads what the gateway sends. Numbers stay decimal: 0.1 is not what a double makes of it. */
final class GatewayJson {
    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .reader();

    private GatewayJson() {}

    /** The body, when it came in full and is JSON. */
    static Optional<JsonNode> parse(Exchange exchange) {
        return exchange.body()
                .filter(body -> body.bytes().length == exchange.length())
                .map(Body::text)
                .flatMap(GatewayJson::parse);
    }

    /** Whether the gateway sends its caller to the login page, or sends that page itself. */
    static boolean isLoginPage(Exchange exchange) {
        int kind = exchange.status().orElse(0) / 100;
        return kind == 3 || kind == 2 && isHtml(exchange);
    }

    private static boolean isHtml(Exchange exchange) {
        var html = exchange.header("Content-Type")
                .filter(type -> type.toLowerCase(Locale.ROOT).contains("text/html"))
                .isPresent();
        return html
                || exchange.body()
                        .filter(body -> body.text().stripLeading().startsWith("<"))
                        .isPresent();
    }

    private static Optional<JsonNode> parse(String text) {
        try {
            return Optional.of(JSON.readTree(text)).filter(node -> !node.isMissingNode());
        } catch (JacksonException none) {
            return Optional.empty();
        }
    }
}
