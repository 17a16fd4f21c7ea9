package io.candletrace.api;

import io.candletrace.prompt.PromptVersion;
import java.time.Instant;

/**
 * A version of a prompt.
 *
 * @param id the template's, as strategies and analyses name it
 * @param active whether new strategies pin it
 */
record PromptVersionView(
        long id,
        String name,
        String language,
        int version,
        boolean active,
        String systemText,
        String body,
        String sha256,
        String createdBy,
        String changeNote,
        Instant createdAt) {

    static PromptVersionView of(PromptVersion version) {
        var template = version.template().value();
        return new PromptVersionView(
                version.template().id().value(),
                template.name(),
                template.language(),
                template.version(),
                version.active(),
                template.systemText(),
                template.body(),
                template.sha256().hex(),
                version.origin().createdBy(),
                version.origin().changeNote(),
                version.createdAt());
    }
}
