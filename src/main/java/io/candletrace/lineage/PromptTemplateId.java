package io.candletrace.lineage;

/**
 * The key of a row of {@code prompt_templates}.
 *
 * @param value positive
 */
public record PromptTemplateId(long value) {
    public PromptTemplateId {
        if (value <= 0) {
            throw new IllegalArgumentException("an id is positive, was " + value);
        }
    }
}
