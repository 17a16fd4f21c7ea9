package io.candletrace.prompt;

import io.candletrace.lineage.Origin;
import io.candletrace.lineage.PromptTemplateId;
import io.candletrace.lineage.Recorded;
import java.time.Instant;

/**
 * A version of a prompt and where it comes from.
 *
 * @param template the version
 * @param origin who made it, and why
 * @param createdAt UTC
 * @param active whether new strategies pin it
 */
public record PromptVersion(
        Recorded<PromptTemplateId, PromptTemplate> template, Origin origin, Instant createdAt, boolean active) {
    /** Its number, from 1. */
    public int number() {
        return template.value().version();
    }
}
