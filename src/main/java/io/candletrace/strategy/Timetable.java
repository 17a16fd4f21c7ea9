package io.candletrace.strategy;

import io.candletrace.strategy.StrategyDraft.Timing;
import io.smallrye.mutiny.Uni;

/**
 * Says when strategies run by themselves. Whatever is switched on here waits for the next fire: those before it were not wanted and are
 * not made up for. Everything fails with {@code NOT_FOUND} when there is no such strategy and with {@code DATABASE_UNAVAILABLE} when
 * the database does not answer.
 */
public interface Timetable {
    /**
     * Says whether a strategy's schedule fires.
     *
     * @param active whether it does from now on
     */
    Uni<Strategy> setActive(String name, boolean active);

    /**
     * Holds a strategy's schedule until it is resumed. Pausing again changes the reason, not the time.
     *
     * @param reason for people; may be empty
     */
    Uni<Strategy> pause(String name, String reason);

    /** Lets a paused strategy's schedule fire again; does nothing to one that is not paused. */
    Uni<Strategy> resume(String name);

    /** Replaces a strategy's timing. Fails with {@code IMPOSSIBLE_REQUEST} when the new schedule never fires. */
    Uni<Strategy> reschedule(String name, Timing timing);
}
