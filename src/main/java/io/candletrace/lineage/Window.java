package io.candletrace.lineage;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Which rows of a list, newest first.
 *
 * @param below only rows with a smaller id; absent for the newest
 * @param limit at most so many; positive
 * @param from made at or after; absent for no bound
 * @param to made before; absent for no bound
 */
public record Window(OptionalLong below, int limit, Optional<Instant> from, Optional<Instant> to) {

    public Window {
        if (limit <= 0) {
            throw new IllegalArgumentException("a list holds at least one row, was " + limit);
        }
    }

    /** The newest rows. */
    public static Window newest(int limit) {
        return new Window(OptionalLong.empty(), limit, Optional.empty(), Optional.empty());
    }
}
