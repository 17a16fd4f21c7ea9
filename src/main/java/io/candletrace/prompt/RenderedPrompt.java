package io.candletrace.prompt;

import io.candletrace.lineage.PromptTemplateId;
import io.candletrace.lineage.Recorded;
import io.candletrace.lineage.Sha256;

/**
 * A prompt as it is sent.
 *
 * @param template which version it came from
 * @param system the system text
 * @param text the user text
 */
public record RenderedPrompt(PromptTemplateId template, String system, String text) {
    /** A text that goes with a template's system text. */
    public static RenderedPrompt of(Recorded<PromptTemplateId, PromptTemplate> template, String text) {
        return new RenderedPrompt(template.id(), template.value().systemText().strip(), text);
    }

    /** Hash of system text and user text, as they are sent, joined by a form feed. */
    public Sha256 sha256() {
        return Sha256.of(system + '\f' + text);
    }
}
