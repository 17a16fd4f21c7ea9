package io.candletrace.prompt;

import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;

/**
 * What a prompt is called, and in which language it asks.
 *
 * @param name unique within a language
 * @param language BCP 47 in its canonical spelling: {@code en}, {@code pt-BR}
 */
public record PromptKey(String name, String language) {
    /** The language where nobody says one. */
    public static final String DEFAULT_LANGUAGE = "en";

    private static final int MAX_LANGUAGE = 35;

    /** A prompt in the default language. */
    public static PromptKey of(String name) {
        return new PromptKey(name, DEFAULT_LANGUAGE);
    }

    /** The canonical spelling of a BCP 47 tag; empty when the text is none. */
    public static Optional<String> language(String tag) {
        if (tag.isEmpty() || tag.length() > MAX_LANGUAGE) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Locale.Builder().setLanguageTag(tag).build().toLanguageTag());
        } catch (IllformedLocaleException malformed) {
            return Optional.empty();
        }
    }

    /** One of its versions, as strategies pin it: {@code daily@3}, {@code daily/de@3} where that is not the default language. */
    public String pin(int version) {
        return name + (language.equals(DEFAULT_LANGUAGE) ? "" : "/" + language) + "@" + version;
    }

    /** As strategies pin it: {@code daily/en}. */
    @Override
    public String toString() {
        return name + "/" + language;
    }
}
