package io.candletrace.execution;

import io.candletrace.lineage.ExecutionId;
import io.candletrace.lineage.InstrumentId;
import io.candletrace.lineage.StrategyVersionId;
import io.candletrace.persistence.Fence;
import java.time.Instant;
import java.util.UUID;

/**
 * An attempt that has begun, and what it is about.
 *
 * @param fence what its writes must hold
 * @param owner who began it
 * @param execution the run
 * @param symbol for people
 * @param instrument what is looked at
 * @param version what runs
 * @param asOf what may be seen, UTC
 * @param replay whether it asks again what another execution asked
 * @param history what became of the attempts before it
 */
public record Attempt(
        Fence fence,
        UUID owner,
        ExecutionId execution,
        String symbol,
        InstrumentId instrument,
        StrategyVersionId version,
        Instant asOf,
        boolean replay,
        History history) {

    /** Whether its failure would be the last of so many that a task may have. */
    public boolean last(int failures) {
        return history.failures() + 1 >= failures;
    }

    /** Which answer of a model it asks for, from 1: a user's retry asks anew. */
    public int sampleNo() {
        return history.retries() + 1;
    }

    @Override
    public String toString() {
        return "executionId=" + execution.value() + " symbol=" + symbol + " attempt=" + fence.attempt();
    }

    /**
     * What became of the attempts before.
     *
     * @param failures how many failed since the task was accepted or last retried by a user
     * @param retries how often a user had the task run again
     */
    public record History(int failures, int retries) {
        /** There were none. */
        public static final History NONE = new History(0, 0);
    }
}
