package io.candletrace.analysis.openai;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.langchain4j.model.openai.internal.chat.AssistantMessage;
import dev.langchain4j.model.openai.internal.chat.ChatCompletionRequest;
import dev.langchain4j.model.openai.internal.chat.ImageDetail;
import dev.langchain4j.model.openai.internal.chat.JsonSchema;
import dev.langchain4j.model.openai.internal.chat.Message;
import dev.langchain4j.model.openai.internal.chat.ResponseFormat;
import dev.langchain4j.model.openai.internal.chat.ResponseFormatType;
import dev.langchain4j.model.openai.internal.chat.SystemMessage;
import dev.langchain4j.model.openai.internal.chat.UserMessage;
import io.candletrace.analysis.AnalysisConfig;
import io.candletrace.analysis.Question;
import io.candletrace.analysis.VerdictSchema;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Writes the requests of one model: what its configuration names, and nothing else. */
final class ChatRequests {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int QUOTED_ANSWER = 20_000;

    private final AnalysisConfig.Model model;

    ChatRequests(AnalysisConfig.Model model) {
        this.model = model;
    }

    /**
     * A request as it is sent, and as it is kept.
     *
     * @param wire UTF-8 JSON
     * @param evidence the same JSON with the picture replaced by {@code sha256:} and its hash
     */
    record Written(byte[] wire, String evidence) {}

    /** Asks the question. */
    Written ask(Question question, byte[] jpeg) {
        return write(question, jpeg, List.of());
    }

    /** Shows the model its answer and what is wrong with it, once. */
    Written repair(Question question, byte[] jpeg, String answer, String error) {
        var quoted = answer.length() <= QUOTED_ANSWER ? answer : answer.substring(0, QUOTED_ANSWER);
        var complaint = "That answer cannot be used: " + error
                + "\nAnswer the same question again, with one JSON object that follows the schema and nothing else.";
        return write(
                question,
                jpeg,
                List.of(AssistantMessage.builder().content(quoted).build(), UserMessage.from(complaint)));
    }

    private Written write(Question question, byte[] jpeg, List<Message> after) {
        var sha256 = question.chart().value().chart().jpeg().sha256();
        var dataUrl = "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(jpeg);
        return new Written(
                json(request(question, dataUrl, after)).getBytes(StandardCharsets.UTF_8),
                json(request(question, "sha256:" + sha256, after)));
    }

    private ChatCompletionRequest request(Question question, String pictureUrl, List<Message> after) {
        var messages = new ArrayList<Message>();
        messages.add(SystemMessage.from(system(question)));
        messages.add(user(question, pictureUrl));
        messages.addAll(after);
        var request = ChatCompletionRequest.builder().model(model.model()).messages(messages);
        model.temperature().ifPresent(request::temperature);
        model.seed().ifPresent(request::seed);
        model.serviceTier().ifPresent(request::serviceTier);
        model.reasoningEffort().ifPresent(request::reasoningEffort);
        model.maxOutputTokens().ifPresent(limit -> limit(request, limit));
        form(request);
        return request.build();
    }

    private String system(Question question) {
        var text = question.prompt().system();
        return model.responseFormat() == AnalysisConfig.ResponseFormat.JSON_SCHEMA
                ? text
                : text + "\n\nThe JSON schema of the answer:\n" + VerdictSchema.text();
    }

    private Message user(Question question, String pictureUrl) {
        var text = question.prompt().text();
        return model.vision()
                ? UserMessage.builder()
                        .addText(text)
                        .addImageUrl(pictureUrl, ImageDetail.HIGH)
                        .build()
                : UserMessage.from(text);
    }

    private void limit(ChatCompletionRequest.Builder request, int tokens) {
        switch (model.maxOutputTokensParameter()) {
            case MAX_COMPLETION_TOKENS -> request.maxCompletionTokens(tokens);
            case MAX_TOKENS -> request.maxTokens(tokens);
        }
    }

    private void form(ChatCompletionRequest.Builder request) {
        switch (model.responseFormat()) {
            case JSON_SCHEMA -> request.responseFormat(schema());
            case JSON_OBJECT -> request.responseFormat(ResponseFormatType.JSON_OBJECT);
            case NONE -> {}
        }
    }

    private static ResponseFormat schema() {
        var schema = JsonSchema.builder()
                .name(VerdictSchema.NAME)
                .strict(true)
                .schema(VerdictSchema.schema())
                .build();
        return ResponseFormat.builder()
                .type(ResponseFormatType.JSON_SCHEMA)
                .jsonSchema(schema)
                .build();
    }

    private static String json(ChatCompletionRequest request) {
        try {
            return JSON.writeValueAsString(request);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a request of texts and numbers can be written", impossible);
        }
    }
}
