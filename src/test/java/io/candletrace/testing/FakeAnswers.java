package io.candletrace.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.candletrace.testing.FakeOpenAi.Asked;
import io.candletrace.testing.FakeOpenAi.Line;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Lines for the script of {@link FakeOpenAi}. */
public final class FakeAnswers {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String JSON_TYPE = "application/json";
    private static final Pattern SYMBOL = Pattern.compile("Symbol ([A-Z0-9][A-Z0-9._:-]*?),? ");
    private static final Pattern CLOSE = Pattern.compile("close ([0-9.]+), volume");

    private FakeAnswers() {}

    /** A verdict about the symbol in the prompt: BUY around the last close that the prompt states, else HOLD. */
    public static Line wellFormed() {
        return (asked, stage) -> stage.send(200, JSON_TYPE, completion("stop", "content", verdict(asked)));
    }

    /** This text as the model's message. */
    public static Line says(String content) {
        return (asked, stage) -> stage.send(200, JSON_TYPE, completion("stop", "content", content));
    }

    /** This text, answered in a service tier. */
    public static Line saysInTier(String tier, String content) {
        return (asked, stage) -> stage.send(
                200,
                JSON_TYPE,
                completion("stop", "content", content).replaceFirst("\\{", "{\"service_tier\": \"" + tier + "\", "));
    }

    /** This text, cut by the longest length or by a filter. */
    public static Line stops(String finishReason, String content) {
        return (asked, stage) -> stage.send(200, JSON_TYPE, completion(finishReason, "content", content));
    }

    /** A refusal in the field for refusals. */
    public static Line refuses() {
        return (asked, stage) -> stage.send(200, JSON_TYPE, completion("stop", "refusal", "I can't help with that."));
    }

    /** Any body with any status. */
    public static Line answers(int status, String mediaType, String body) {
        return (asked, stage) -> stage.send(status, mediaType, body);
    }

    /** A status with an error object. */
    public static Line fails(int status) {
        return answers(status, JSON_TYPE, "{\"error\": {\"message\": \"status " + status + "\"}}");
    }

    /** 429 with this header. */
    public static Line tellsToWait(String retryAfter) {
        return (asked, stage) -> {
            stage.exchange().getResponseHeaders().set("Retry-After", retryAfter);
            stage.send(429, JSON_TYPE, "{}");
        };
    }

    /** Nothing at all until the endpoint is closed. */
    public static Line isSilent() {
        return (asked, stage) -> stage.waitFor(60_000);
    }

    /** A space every few milliseconds and never an end. */
    public static Line drips() {
        return (asked, stage) -> {
            stage.exchange().sendResponseHeaders(200, 0);
            var body = stage.exchange().getResponseBody();
            while (!stage.waitFor(20)) {
                body.write(' ');
                body.flush();
            }
        };
    }

    /** A connection that breaks in the middle of the body. */
    public static Line breaksOff() {
        return (asked, stage) -> {
            stage.exchange().sendResponseHeaders(200, 1_000);
            stage.exchange().getResponseBody().write("{\"id\":".getBytes(StandardCharsets.UTF_8));
            stage.exchange().getResponseBody().flush();
            throw new IOException("breaks off");
        };
    }

    /** So many bytes of JSON without a message. */
    public static Line isHuge(int bytes) {
        return (asked, stage) -> {
            stage.exchange().sendResponseHeaders(200, bytes);
            var part = " ".repeat(64 * 1024).getBytes(StandardCharsets.US_ASCII);
            try (var content = stage.exchange().getResponseBody()) {
                for (var left = bytes; left > 0; left -= part.length) {
                    content.write(part, 0, Math.min(left, part.length));
                }
            }
        };
    }

    private static String completion(String finishReason, String field, String text) throws IOException {
        var message = Map.of("role", "assistant", field, text);
        var usage = Map.of(
                "prompt_tokens", 1_000,
                "completion_tokens", 250,
                "total_tokens", 1_250,
                "prompt_tokens_details", Map.of("cached_tokens", 400),
                "completion_tokens_details", Map.of("reasoning_tokens", 100));
        return JSON.writeValueAsString(Map.of(
                "id",
                "chatcmpl-1",
                "model",
                "fake-2025-01-01",
                "choices",
                List.of(Map.of("index", 0, "finish_reason", finishReason, "message", message)),
                "usage",
                usage));
    }

    private static String verdict(Asked asked) throws IOException {
        var symbol = SYMBOL.matcher(asked.text());
        var close = CLOSE.matcher(asked.text());
        if (!symbol.find() || !close.find()) {
            return SampleAnswers.hold("unknown");
        }
        return JSON.writeValueAsString(buy(symbol.group(1), new BigDecimal(close.group(1))));
    }

    private static Map<String, Object> buy(String symbol, BigDecimal close) {
        var verdict = new LinkedHashMap<String, Object>();
        verdict.put("symbol", symbol);
        verdict.put("readings", List.of());
        verdict.put("key_patterns", List.of("rising channel"));
        verdict.put("support_levels", List.of(times(close, "0.97"), times(close, "0.94")));
        verdict.put("resistance_levels", List.of(times(close, "1.04")));
        verdict.put("reasoning", "The fake endpoint likes every chart.");
        verdict.put("trend_direction", "bullish");
        verdict.put("recommendation", "BUY");
        verdict.put("confidence", 0.62);
        verdict.put("entry_low", times(close, "0.995"));
        verdict.put("entry_high", times(close, "1.005"));
        verdict.put("stop_loss", times(close, "0.95"));
        verdict.put("targets", List.of(times(close, "1.05"), times(close, "1.1")));
        verdict.put("r_multiple", 0.82);
        return verdict;
    }

    private static BigDecimal times(BigDecimal close, String factor) {
        return close.multiply(new BigDecimal(factor)).setScale(4, RoundingMode.HALF_EVEN);
    }
}
