package io.candletrace.prompt;

import io.candletrace.lineage.PromptTemplateId;
import io.candletrace.lineage.Recorded;
import java.time.Instant;

/**
 * A named prompt.
 *
 * @param id the key of its row of {@code prompts}
 * @param active the version that new strategies get
 * @param origin who made that version, and why
 * @param createdAt of that version, UTC
 */
public record Prompt(
        long id, Recorded<PromptTemplateId, PromptTemplate> active, Prompts.Origin origin, Instant createdAt) {}
