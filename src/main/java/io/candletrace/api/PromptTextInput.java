package io.candletrace.api;

import io.candletrace.prompt.PromptText;
import io.candletrace.request.Parameters;
import java.util.Optional;

/** What {@code POST /api/prompts/validate} holds. */
record PromptTextInput(Optional<String> systemText, Optional<String> body) {

    private static final int MAX_TEXT = 100_000;

    PromptText text() {
        return new PromptText(
                Parameters.text("system_text", Inputs.required("system_text", systemText), MAX_TEXT),
                Parameters.text("body", Inputs.required("body", body), MAX_TEXT));
    }
}
