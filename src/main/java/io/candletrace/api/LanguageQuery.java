package io.candletrace.api;

import io.candletrace.prompt.PromptKey;
import io.candletrace.request.Parameters;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;

/** In which language a prompt is meant. */
record LanguageQuery(@QueryParam("language") Optional<String> language) {

    PromptKey key(String name) {
        return new PromptKey(name, canonical().orElse(PromptKey.DEFAULT_LANGUAGE));
    }

    Optional<String> canonical() {
        return language.map(tag -> PromptKey.language(tag)
                .orElseThrow(() -> Parameters.invalid("language", "a BCP 47 tag such as en", tag)));
    }
}
