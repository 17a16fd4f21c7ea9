package io.candletrace.analysis.openai;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.candletrace.analysis.ReadableText;
import io.candletrace.analysis.Usage;
import io.candletrace.http.Body;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The envelope around an answer, read as far as it can be read; never fails.
 *
 * @param usageJson the vendor's usage object
 * @param usage the same in our buckets
 * @param finishReason why the model stopped, in the vendor's word
 * @param id the vendor's id
 * @param model what the vendor says answered
 * @param serviceTier which tier the vendor says answered
 * @param content the model's text, when there is a message
 * @param refusal the model's refusal, when the vendor marks it as such
 */
record ChatAnswer(
        Optional<String> usageJson,
        Optional<Usage> usage,
        Optional<String> finishReason,
        Optional<String> id,
        Optional<String> model,
        Optional<String> serviceTier,
        Optional<String> content,
        Optional<String> refusal) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int WORD_LENGTH = 200;

    static ChatAnswer of(Optional<Body> body) {
        var root = body.map(ChatAnswer::tree).orElseGet(MissingNode::getInstance);
        var choice = root.path("choices").path(0);
        var message = choice.path("message");
        var usage = Optional.of(root.path("usage")).filter(JsonNode::isObject);
        return new ChatAnswer(
                usage.map(JsonNode::toString).filter(ChatAnswer::storable),
                usage.flatMap(VendorUsage::of),
                word(choice.path("finish_reason")),
                word(root.path("id")),
                word(root.path("model")),
                word(root.path("service_tier")),
                message.isObject() ? Optional.of(text(message.path("content"))) : Optional.empty(),
                word(message.path("refusal")));
    }

    private static JsonNode tree(Body body) {
        try {
            return JSON.readTree(body.bytes());
        } catch (JacksonException notJson) {
            return MissingNode.getInstance();
        } catch (IOException notText) {
            return MissingNode.getInstance();
        }
    }

    // jsonb has no NUL.
    private static boolean storable(String json) {
        return !json.contains("\\u0000");
    }

    private static Optional<String> word(JsonNode node) {
        return Optional.of(node)
                .filter(JsonNode::isTextual)
                .map(value -> ReadableText.line(value.textValue(), WORD_LENGTH))
                .filter(value -> !value.isEmpty());
    }

    private static String text(JsonNode content) {
        if (content.isArray()) {
            return content.valueStream().map(part -> part.path("text").asText()).collect(Collectors.joining());
        }
        return content.isTextual() ? content.textValue() : "";
    }
}
