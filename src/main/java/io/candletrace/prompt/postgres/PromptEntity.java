package io.candletrace.prompt.postgres;

import io.candletrace.prompt.Prompt;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code prompts}. */
@Entity
@Table(name = "prompts")
class PromptEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    String name;
    String language;
    long activeTemplateId;
    Instant createdAt;

    static PromptEntity of(PromptTemplateEntity active) {
        var row = new PromptEntity();
        row.name = active.name;
        row.language = active.language;
        row.activeTemplateId = active.id;
        row.createdAt = active.createdAt;
        return row;
    }

    Prompt toDomain(PromptTemplateEntity active) {
        return new Prompt(id, active.toVersion(activeTemplateId));
    }
}
