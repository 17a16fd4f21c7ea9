package io.candletrace.schedule;

import io.candletrace.execution.Acceptance;
import io.candletrace.lineage.BackfillId;
import io.candletrace.lineage.Window;
import io.candletrace.schedule.BackfillRecord.Watched;
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Backfills and how far they are; each method that changes something is one committed transition, made by one at a time. Everything fails
 * with {@code DATABASE_UNAVAILABLE} when the database does not answer.
 */
public interface BackfillStore {
    /** Keeps a backfill, which runs once the session's transaction is committed. */
    Uni<Watched> insert(Mutiny.Session session, BackfillPlan plan);

    /** The backfill of this id; empty when there is none. */
    Uni<Optional<Watched>> find(BackfillId id);

    /** Backfills, newest first. */
    Uni<List<Watched>> list(Optional<String> strategy, Optional<String> status, Window window);

    /** Those that run, oldest first, with their unfinished executions, and with their cost where it is bounded. */
    Uni<List<Watched>> running();

    /**
     * Accepts the next executions and moves the backfill on, all or nothing, if it is still as it was found and nobody else is at
     * it.
     *
     * @param next the {@code as_of} after them; empty when there is none
     * @return whether that was so
     */
    Uni<Boolean> accept(BackfillRecord backfill, List<Acceptance> acceptances, Optional<Instant> next);

    /** Ends a backfill that runs; of one that is to be {@code completed}, if all its executions have ended. */
    Uni<Void> end(BackfillId id, String status, String reason);

    /**
     * Ends a backfill and cancels its executions that have not begun. Does nothing to one that is cancelled. Fails with {@code
     * NOT_FOUND}, and with {@code CONFLICT} when it is completed.
     */
    Uni<Void> cancel(BackfillId id, String reason);

    /**
     * Lets a backfill go on that was stopped or failed. Fails with {@code CONFLICT} when it is in another state.
     *
     * @param maxCost US dollars; the one it had when absent
     */
    Uni<Void> resume(BackfillId id, Optional<BigDecimal> maxCost);
}
