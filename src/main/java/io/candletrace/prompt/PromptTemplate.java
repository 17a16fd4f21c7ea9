package io.candletrace.prompt;

import io.candletrace.lineage.Sha256;

/**
 * One immutable version of a prompt.
 *
 * @param name what strategies call it
 * @param version from 1
 * @param language BCP 47: {@code en}
 * @param systemText sent as the system message
 * @param body the user message's template
 */
public record PromptTemplate(String name, int version, String language, String systemText, String body) {
    /** Hash of system text and body, joined by a form feed. */
    public Sha256 sha256() {
        return Sha256.of(systemText + '\f' + body);
    }
}
