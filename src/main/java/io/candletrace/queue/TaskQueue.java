package io.candletrace.queue;

import io.candletrace.lineage.TaskId;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Durable tasks: what was enqueued in a committed transaction is handed to the {@link TaskHandler} until it is done. */
public interface TaskQueue {
    /** Enqueues tasks with the session's transaction: they exist when, and only when, it commits. */
    Uni<Void> enqueue(Mutiny.Session session, List<TaskId> tasks, Priority priority);

    /** Takes tasks out that nobody has begun, with the session's transaction. Those that somebody is about to begin stay. */
    Uni<Void> remove(Mutiny.Session session, List<TaskId> tasks);

    /** Looks for due tasks now instead of at the next poll; to be called after the commit. */
    void wake();

    /**
     * Says whether this replica looks for tasks. What it has already taken runs on.
     *
     * @param claiming whether it does from now on; it does from the start
     */
    void setClaiming(boolean claiming);

    /** Whether more tasks than so many wait or run. Fails with {@code DATABASE_UNAVAILABLE}. */
    Uni<Boolean> isLongerThan(int tasks);

    /** Which tasks go first. */
    enum Priority {
        REPLAY,
        BACKFILL,
        SCHEDULED,
        MANUAL
    }
}
