package io.candletrace.strategy;

import io.candletrace.strategy.StrategyDraft.Timing;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What is run and when.
 *
 * @param active whether its schedule fires
 * @param timing when it runs by itself
 * @param standing where its schedule stands
 * @param createdAt UTC
 * @param current the version that the next execution pins; carries the id, the name and the description
 */
public record Strategy(boolean active, Timing timing, Standing standing, Instant createdAt, StrategyVersion current) {

    /** Its unique name. */
    public String name() {
        return current.name();
    }

    /** When it runs by itself; absent when it is only run by hand. */
    public Optional<Schedule> schedule() {
        return timing.schedule();
    }

    /** Of the schedule. */
    public ZoneId timeZone() {
        return timing.zone();
    }

    /** What happens to fires that were missed. */
    public CatchUp catchUp() {
        return timing.catchUp();
    }

    /**
     * Where a schedule stands. Times are UTC.
     *
     * @param pausedAt since when somebody wants none of its fires; absent while it is not paused
     * @param pauseReason for people; empty while it is not paused
     * @param nextExecutionAt its next fire, or the oldest that was not dealt with yet; absent when there will be none
     * @param scheduledSince since when its fires are wanted: no fire before it is expected to have run
     * @param scheduleError what went wrong with the last fire that left no execution behind; absent when nothing did
     */
    public record Standing(
            Optional<Instant> pausedAt,
            String pauseReason,
            Optional<Instant> nextExecutionAt,
            Optional<Instant> scheduledSince,
            Optional<String> scheduleError) {

        /** Whether its fires are waited for. */
        public boolean awaitsFires() {
            return scheduledSince.isPresent();
        }
    }
}
