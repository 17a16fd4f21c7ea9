package io.candletrace.prompt;

import io.candletrace.lineage.Sha256;

/**
 * What a version of a prompt says.
 *
 * @param systemText sent as the system message, as it is
 * @param body the user message's template
 */
public record PromptText(String systemText, String body) {
    /** Hash of system text and body, joined by a form feed. */
    public Sha256 sha256() {
        return Sha256.of(systemText + '\f' + body);
    }
}
