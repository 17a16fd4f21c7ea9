package io.candletrace.evaluation.outcome;

import java.time.Instant;
import java.util.Optional;

/**
 * What was said about an instrument, and when somebody could first act on it.
 *
 * @param id the caller's; its {@link Resolution} has it too
 * @param direction where the price goes
 * @param eligibleFrom when it was known: no bar that opens earlier is entered
 * @param lastBarClosedAt when the newest bar closed that it was made from; that is the decision bar
 * @param idea how to trade it; absent when it has no levels
 */
public record Prediction(
        long id, Direction direction, Instant eligibleFrom, Instant lastBarClosedAt, Optional<Idea> idea) {

    /** No bar that opens before this is entered: the later of the two times. */
    Instant earliestEntry() {
        return eligibleFrom.isAfter(lastBarClosedAt) ? eligibleFrom : lastBarClosedAt;
    }
}
