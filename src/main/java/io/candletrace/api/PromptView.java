package io.candletrace.api;

import io.candletrace.prompt.Prompt;
import java.time.Instant;

/** A prompt with its active version. */
record PromptView(
        long id,
        String name,
        String language,
        long activeTemplateId,
        int version,
        String systemText,
        String body,
        String sha256,
        String createdBy,
        String changeNote,
        Instant createdAt) {

    static PromptView of(Prompt prompt) {
        var template = prompt.active().value();
        return new PromptView(
                prompt.id(),
                template.name(),
                template.language(),
                prompt.active().id().value(),
                template.version(),
                template.systemText(),
                template.body(),
                template.sha256().hex(),
                prompt.origin().createdBy(),
                prompt.origin().changeNote(),
                prompt.createdAt());
    }
}
