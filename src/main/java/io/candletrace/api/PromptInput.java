package io.candletrace.api;

import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.lineage.Origin;
import io.candletrace.prompt.PromptKey;
import io.candletrace.prompt.PromptText;
import java.util.Optional;
import java.util.Set;

/** What {@code POST /api/prompts} holds. */
record PromptInput(
        Optional<String> name,
        Optional<String> language,
        Optional<String> systemText,
        Optional<String> body,
        Optional<String> changeNote,
        Optional<String> createdBy) {

    /** A prompt called so could not be read: its path means something else. */
    private static final Set<String> PATHS = Set.of("validate", "variables");

    PromptKey key() {
        var key = new LanguageQuery(language).key(Inputs.name(name));
        if (PATHS.contains(key.name())) {
            throw new ServiceException(
                    FailureReason.IMPOSSIBLE_REQUEST,
                    "name: expected one that is no part of the API, found " + key.name());
        }
        return key;
    }

    PromptText text() {
        return new PromptTextInput(systemText, body).text();
    }

    Origin origin() {
        return Inputs.origin(createdBy, changeNote);
    }
}
