package io.candletrace.api;

import io.candletrace.lineage.Origin;
import io.candletrace.prompt.PromptKey;
import io.candletrace.prompt.PromptText;
import io.candletrace.request.Parameters;
import java.util.Optional;

/** What {@code POST /api/prompts/{name}/versions} holds. */
record PromptVersionInput(
        Optional<String> language,
        Optional<String> systemText,
        Optional<String> body,
        Optional<String> changeNote,
        Optional<String> createdBy,
        Optional<Boolean> activate) {

    /** Which prompt: the language may be said in the query as well. */
    PromptKey key(String name, LanguageQuery query) {
        var said = new LanguageQuery(language.or(query::language)).key(name);
        if (query.language().isPresent() && !query.key(name).equals(said)) {
            throw Parameters.invalid(
                    "language",
                    "the same in body and query, there " + query.language().get(),
                    said.language());
        }
        return said;
    }

    PromptText text() {
        return new PromptTextInput(systemText, body).text();
    }

    Origin origin() {
        return Inputs.origin(createdBy, changeNote);
    }
}
