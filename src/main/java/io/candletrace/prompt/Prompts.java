package io.candletrace.prompt;

import io.candletrace.lineage.Origin;
import io.candletrace.lineage.PromptTemplateId;
import io.candletrace.lineage.Recorded;
import io.candletrace.lineage.Window;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/** The prompts that exist. Everything here fails with {@code DATABASE_UNAVAILABLE} when the database does not answer. */
public interface Prompts {
    /** Whose the prompts are that come with the service, and who activates them. Nobody else may be called so. */
    String SERVICE = "candletrace";

    /**
     * Keeps a text as a new prompt's first version, which is active. Fails with {@code CONFLICT} when there is a prompt of this
     * name and language, and with {@code IMPOSSIBLE_REQUEST} when the text does not render.
     */
    Uni<Prompt> create(PromptKey key, PromptText text, Origin origin);

    /**
     * Keeps a text as a prompt's next version. What strategies pinned stays. Fails with {@code NOT_FOUND} when there is no such
     * prompt, with {@code CONFLICT} when its newest version says the same, and with {@code IMPOSSIBLE_REQUEST} when the text
     * does not render.
     *
     * @param activate whether new strategies pin it from now on; its author then is who activated it
     */
    Uni<PromptVersion> addVersion(PromptKey key, PromptText text, Origin origin, boolean activate);

    /**
     * Makes a version the one that new strategies pin, and keeps that this was done. What strategies pinned stays. Fails with
     * {@code NOT_FOUND} when there is no such version.
     */
    Uni<Prompt> activate(PromptKey key, int version, String activatedBy);

    /**
     * Adds what comes with the service and is not there yet: a prompt, or the text that this release has for one. That becomes
     * active unless somebody else chose what is.
     */
    Uni<Void> ensureDefaults();

    /** The template of this id; empty when there is none. */
    Uni<Optional<Recorded<PromptTemplateId, PromptTemplate>>> find(PromptTemplateId id);

    /** The version whose template has this id; empty when there is none. */
    Uni<Optional<PromptVersion>> version(PromptTemplateId id);

    /** This prompt with its active version; empty when there is none. */
    Uni<Optional<Prompt>> named(PromptKey key);

    /** One version of this prompt; empty when there is none. */
    Uni<Optional<PromptVersion>> version(PromptKey key, int version);

    /** Prompts, of one language or all, by when they were created, newest first. */
    Uni<List<Prompt>> list(Optional<String> language, Window window);

    /** The versions of a prompt, newest first. Fails with {@code NOT_FOUND} when there is no such prompt. */
    Uni<List<PromptVersion>> versions(PromptKey key, Window window);

    /** Which version was made the active one when, newest first. Fails with {@code NOT_FOUND} when there is no such prompt. */
    Uni<List<PromptActivation>> activations(PromptKey key, Window window);
}
