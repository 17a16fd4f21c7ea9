package io.candletrace.strategy;

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
    Uni<Strategy> create(StrategyDraft draft, String createdBy);

    /** The strategy of this name; empty when there is none. */
    Uni<Optional<Strategy>> find(String name);

    /** The version of this id; empty when there is none. */
    Uni<Optional<StrategyVersion>> version(StrategyVersionId id);

    /** Strategies by when they were created, newest first. */
    Uni<List<Strategy>> list(Window window);
}
