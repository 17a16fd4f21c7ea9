package io.candletrace.evaluation;

import io.smallrye.mutiny.Uni;

/** In which states the indicators of analyses were; the analyses of which that is not told yet are the queue. */
public interface StateStore {
    /**
     * Tells the states of the oldest analyses that nobody else tells now, in one transaction, and answers how many those were; 0 when
     * none waits. Fails with {@code DATABASE_UNAVAILABLE} when the database does not answer.
     *
     * @param most how many at most
     */
    Uni<Integer> tell(int most);
}
