package io.candletrace.queue;

import io.candletrace.lineage.Window;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The kill switch: while it is engaged no task is begun and no fire claimed, on any replica. What runs finishes, and what is
 * accepted waits in the queue. Everything fails with {@code DATABASE_UNAVAILABLE} when the database does not answer.
 */
public interface ClaimSwitch {
    /** Its name. */
    String NAME = "claiming";

    /**
     * SQL that is true while it is released, for the statements that claim. Whoever commits after it was engaged sees it.
     */
    String RELEASED =
            "not coalesce((select engaged from switches where name = '" + NAME + "' order by id desc limit 1), false)";

    /** Asks with the session's transaction. Fails with {@code CLAIMING_STOPPED} while it is engaged. */
    Uni<Void> requireReleased(Mutiny.Session session);

    /** Whether it is engaged. */
    Uni<Boolean> engaged();

    /**
     * Turns it, for everybody, and keeps who did it and why; turning it to where it is keeps that as well.
     *
     * @param reason for people; not empty when it is engaged
     * @param changedBy who, for people
     */
    Uni<Turn> turn(boolean engaged, String reason, String changedBy);

    /** Its turns, newest first. */
    Uni<List<Turn>> history(Window window);

    /**
     * A row of {@code switches}.
     *
     * @param changedAt UTC
     */
    record Turn(long id, String name, boolean engaged, String reason, String changedBy, Instant changedAt) {}
}
