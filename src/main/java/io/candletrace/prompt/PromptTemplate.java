package io.candletrace.prompt;

import io.candletrace.lineage.Sha256;

/**
 * One immutable version of a prompt.
 *
 * @param name what strategies call it
 * @param version from 1
 * @param language BCP 47: {@code en}
 * @param systemText sent as the system message, as it is
 * @param body the user message's template
 */
public record PromptTemplate(String name, int version, String language, String systemText, String body) {
    /** A version that says this. */
    public static PromptTemplate of(PromptKey key, int version, PromptText text) {
        return new PromptTemplate(key.name(), version, key.language(), text.systemText(), text.body());
    }

    /** Of which prompt it is a version. */
    public PromptKey key() {
        return new PromptKey(name, language);
    }

    /** What it says. */
    public PromptText text() {
        return new PromptText(systemText, body);
    }

    /** Hash of system text and body, joined by a form feed. */
    public Sha256 sha256() {
        return text().sha256();
    }
}
