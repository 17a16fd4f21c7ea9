package io.candletrace.api;

import io.candletrace.prompt.PromptTemplate;
import io.candletrace.prompt.Prompts.Origin;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;

/** What {@code POST /api/prompts} holds. */
record PromptInput(
        Optional<String> name,
        Optional<String> language,
        Optional<String> systemText,
        Optional<String> body,
        Optional<String> changeNote) {

    private static final int MAX_TEXT = 100_000;
    private static final int MAX_NOTE = 1_000;

    PromptTemplate toTemplate() {
        return new PromptTemplate(
                Inputs.name(name),
                1,
                language(language.orElse("en")),
                Parameters.text("system_text", Inputs.required("system_text", systemText), MAX_TEXT),
                Parameters.text("body", Inputs.required("body", body), MAX_TEXT));
    }

    Origin origin() {
        return new Origin("api", Parameters.text("change_note", changeNote.orElse(""), MAX_NOTE));
    }

    private static String language(String tag) {
        try {
            return new Locale.Builder().setLanguageTag(tag).build().toLanguageTag();
        } catch (IllformedLocaleException malformed) {
            throw Parameters.invalid("language", "a BCP 47 tag such as en", tag);
        }
    }
}
