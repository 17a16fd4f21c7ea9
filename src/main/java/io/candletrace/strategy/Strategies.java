package io.candletrace.strategy;

import io.candletrace.lineage.Origin;
import io.candletrace.lineage.StrategyVersionId;
import io.candletrace.lineage.Window;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/** The strategies that exist. Everything here fails with {@code DATABASE_UNAVAILABLE} when the database does not answer. */
public interface Strategies {

    /**
     * Creates a strategy and its first version, both or neither. Fails with {@code CONFLICT} when the name is taken and with
     * {@code IMPOSSIBLE_REQUEST} when it asks for a model, prompt, feed or policy that does not exist or fit.
     */
    Uni<Strategy> create(StrategyDraft draft, Origin origin);

    /** As {@link #create(StrategyDraft, Origin)}, with nothing to say about why. */
    default Uni<Strategy> create(StrategyDraft draft, String createdBy) {
        return create(draft, new Origin(createdBy, "created"));
    }

    /**
     * Adds a version to the strategy of the draft's name, which is current from then on: what was accepted before keeps the
     * version it pinned. The draft's description and timing are left alone, as they are the strategy's. Fails with {@code
     * NOT_FOUND} when there is no such strategy, with {@code CONFLICT} when the current version is the same already, and with
     * {@code IMPOSSIBLE_REQUEST} as {@link #create(StrategyDraft, Origin)} does.
     */
    Uni<StrategyVersion> addVersion(StrategyDraft draft, Origin origin);

    /** The strategy of this name; empty when there is none. */
    Uni<Optional<Strategy>> find(String name);

    /** The version of this id; empty when there is none. */
    Uni<Optional<StrategyVersion>> version(StrategyVersionId id);

    /** One version of the strategy of this name; empty when there is none. */
    Uni<Optional<StrategyVersion>> version(String name, int version);

    /** The versions of a strategy, newest first. Fails with {@code NOT_FOUND} when there is no such strategy. */
    Uni<List<StrategyVersion>> versions(String name, Window window);

    /** Strategies by when they were created, newest first. */
    Uni<List<Strategy>> list(Window window);
}
