package io.candletrace.evaluation;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Optional;

/**
 * Predictions and what became of them; the rows that wait are the queue. Everything fails with {@code DATABASE_UNAVAILABLE} when the
 * database does not answer.
 */
public interface OutcomeStore {
    /**
     * Claims the oldest predictions of one series that are due; empty when none is. Nobody else is given them for as long as the lease,
     * after which whoever comes first is: what was recorded by then is found to be the same.
     *
     * @param most how many at most
     * @param latency what {@code as_of} is delayed by where it was given
     */
    Uni<Optional<Batch>> claim(int most, Duration latency, Duration lease);

    /**
     * Keeps what was found, in one transaction. What differs from the current version makes a new one, what is the same changes
     * nothing.
     */
    Uni<Void> record(Batch batch, Findings findings);

    /**
     * Lets go of predictions that could not be resolved now.
     *
     * @param error reason and detail, one line
     */
    Uni<Void> postpone(Batch batch, String error, Duration after);
}
