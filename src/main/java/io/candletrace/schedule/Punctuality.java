package io.candletrace.schedule;

import io.candletrace.strategy.Fires;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether a strategy's schedule does what it should: one that silently produces nothing is the worst failure.
 *
 * @param expectedAsOf its last fire that should have run, UTC; absent when there was none since its fires are wanted
 * @param lastSuccessfulAsOf of its last scheduled execution that completed, UTC
 * @param overdue whether the expected one has not completed in time
 */
public record Punctuality(Optional<Instant> expectedAsOf, Optional<Instant> lastSuccessfulAsOf, boolean overdue) {
    /** Judges. */
    static Punctuality of(Optional<Instant> expected, Optional<Instant> last, Instant now, Duration overdueAfter) {
        var overdue = expected.filter(fire -> now.isAfter(fire.plus(overdueAfter)))
                .filter(fire -> last.isEmpty() || last.get().isBefore(fire));
        return new Punctuality(expected, last, overdue.isPresent());
    }

    /**
     * The last fire that should have run.
     *
     * @param since since when fires are wanted
     */
    static Optional<Instant> expected(Fires fires, Instant since, Instant now) {
        return fires.last(since, now);
    }
}
