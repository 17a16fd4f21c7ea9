package io.candletrace.prompt.postgres;

import io.candletrace.prompt.PromptActivation;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code prompt_activations}. */
@Entity
@Table(name = "prompt_activations")
class PromptActivationEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    long promptId;
    long templateId;
    String activatedBy;
    Instant activatedAt;

    static PromptActivationEntity of(PromptEntity prompt, String activatedBy, Instant now) {
        var row = new PromptActivationEntity();
        row.promptId = prompt.id;
        row.templateId = prompt.activeTemplateId;
        row.activatedBy = activatedBy;
        row.activatedAt = now;
        return row;
    }

    PromptActivation toDomain(int version) {
        return new PromptActivation(id, version, activatedBy, activatedAt);
    }
}
