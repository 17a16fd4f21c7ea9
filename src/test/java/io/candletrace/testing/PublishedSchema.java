package io.candletrace.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a request to {@code /chat/completions} may hold by its published reference. */
final class PublishedSchema {
    private static final JsonSchema REQUEST = schema();

    private PublishedSchema() {}

    /** Everything that is wrong with a request, on one line; empty when nothing is. */
    static Optional<String> wrong(JsonNode request) {
        return Optional.of(REQUEST.validate(request).stream()
                        .map(ValidationMessage::getMessage)
                        .sorted()
                        .collect(Collectors.joining("; ")))
                .filter(text -> !text.isEmpty());
    }

    private static JsonSchema schema() {
        var resource = PublishedSchema.class.getResourceAsStream("/openai/chat-completion-request.schema.json");
        if (resource == null) {
            throw new IllegalStateException("the schema of requests belongs to the tests and is missing");
        }
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(resource);
    }
}
