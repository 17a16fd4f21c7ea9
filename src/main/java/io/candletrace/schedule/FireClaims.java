package io.candletrace.schedule;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Claims fires, each once over all replicas. Everything fails with {@code DATABASE_UNAVAILABLE} when the database does not answer. */
public interface FireClaims {
    /** Strategies whose next fire is due by the database's clock, the most overdue first; none while the kill switch is engaged. */
    Uni<List<DueStrategy>> due(int limit);

    /**
     * Accepts the executions of fires and moves the strategy on, all or nothing, if the strategy is still as it was found and
     * nobody else is at it. A fire that has an execution already is left out.
     *
     * @param next what the strategy waits for from then on
     * @return how many executions came of it; empty when it was left to somebody else
     */
    Uni<Optional<Integer>> claim(DueStrategy strategy, List<Fire> fires, Optional<Instant> next);

    /** Keeps what went wrong with a strategy's fire, which stays due. */
    Uni<Void> complain(DueStrategy strategy, String error);

    /** Keeps why a strategy cannot fire any more, as its schedule cannot be read, and stops waiting for it. */
    Uni<Void> giveUp(DueStrategy strategy, String error);
}
