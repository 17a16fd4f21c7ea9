package io.candletrace.api;

import java.util.Optional;

/** What {@code POST /api/prompts/{name}/versions/{version}/activate} may hold. */
record PromptActivationInput(Optional<String> activatedBy) {

    String author() {
        return Inputs.author("activated_by", activatedBy);
    }
}
