package io.candletrace.prompt;

/**
 * A named prompt.
 *
 * @param id the key of its row of {@code prompts}
 * @param active the version that new strategies get
 */
public record Prompt(long id, PromptVersion active) {
    /** What it is called. */
    public PromptKey key() {
        return active.template().value().key();
    }
}
