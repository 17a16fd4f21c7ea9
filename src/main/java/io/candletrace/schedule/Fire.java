package io.candletrace.schedule;

import io.candletrace.execution.Acceptance;
import java.time.Instant;

/** What a fire comes to: an execution, or one that has failed already. */
public sealed interface Fire {
    /** The time it stands for, UTC. */
    Instant at();

    /** It runs. */
    record Possible(Instant at, Acceptance acceptance) implements Fire {}

    /**
     * It cannot run, and says so in an execution that has failed.
     *
     * @param error reason and detail, one line
     */
    record Impossible(Instant at, String error) implements Fire {}
}
