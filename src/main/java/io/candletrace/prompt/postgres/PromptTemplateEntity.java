package io.candletrace.prompt.postgres;

import io.candletrace.lineage.Origin;
import io.candletrace.lineage.PromptTemplateId;
import io.candletrace.lineage.Recorded;
import io.candletrace.prompt.PromptTemplate;
import io.candletrace.prompt.PromptVersion;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code prompt_templates}. */
@Entity
@Table(name = "prompt_templates")
class PromptTemplateEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    String name;
    int version;
    String language;
    String systemText;
    String body;
    String sha256;
    String createdBy;
    String changeNote;
    Instant createdAt;

    static PromptTemplateEntity of(PromptTemplate template, Origin origin, Instant now) {
        var row = new PromptTemplateEntity();
        row.name = template.name();
        row.version = template.version();
        row.language = template.language();
        row.systemText = template.systemText();
        row.body = template.body();
        row.sha256 = template.sha256().hex();
        row.createdBy = origin.createdBy();
        row.changeNote = origin.changeNote();
        row.createdAt = now;
        return row;
    }

    Recorded<PromptTemplateId, PromptTemplate> toDomain() {
        return new Recorded<>(new PromptTemplateId(id), new PromptTemplate(name, version, language, systemText, body));
    }

    PromptVersion toVersion(long activeTemplateId) {
        return new PromptVersion(
                toDomain(), new Origin(createdBy, changeNote), createdAt, id != null && id == activeTemplateId);
    }
}
