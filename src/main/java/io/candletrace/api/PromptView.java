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
        var active = PromptVersionView.of(prompt.active());
        return new PromptView(
                prompt.id(),
                active.name(),
                active.language(),
                active.id(),
                active.version(),
                active.systemText(),
                active.body(),
                active.sha256(),
                active.createdBy(),
                active.changeNote(),
                active.createdAt());
    }
}
