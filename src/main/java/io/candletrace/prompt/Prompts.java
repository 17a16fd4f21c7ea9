package io.candletrace.prompt;

import io.candletrace.lineage.PromptTemplateId;
import io.candletrace.lineage.Recorded;
import io.candletrace.lineage.Window;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/** The prompts that exist. Everything here fails with {@code DATABASE_UNAVAILABLE} when the database does not answer. */
public interface Prompts {

    /**
     * Keeps a template as a new prompt's first version. Fails with {@code CONFLICT} when the name is taken and with
     * {@code IMPOSSIBLE_REQUEST} when it does not render.
     */
    Uni<Prompt> create(PromptTemplate template, Origin origin);

    /** Adds the prompts that come with the service, those that are not there yet. */
    Uni<Void> ensureDefaults();

    /** The template of this id; empty when there is none. */
    Uni<Optional<Recorded<PromptTemplateId, PromptTemplate>>> find(PromptTemplateId id);

    /** The version of this prompt that new strategies get; empty when there is none. */
    Uni<Optional<Recorded<PromptTemplateId, PromptTemplate>>> active(String name);

    /** One version of this prompt; empty when there is none. */
    Uni<Optional<Recorded<PromptTemplateId, PromptTemplate>>> version(String name, int version);

    /** The prompt of this name with its active version; empty when there is none. */
    Uni<Optional<Prompt>> named(String name);

    /** Prompts by when they were created, newest first. */
    Uni<List<Prompt>> list(Window window);

    /**
     * Who made a version, and why.
     *
     * @param createdBy for people
     * @param changeNote for people; may be empty
     */
    record Origin(String createdBy, String changeNote) {}
}
