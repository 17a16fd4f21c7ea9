package io.candletrace.journal;

import io.candletrace.lineage.ExecutionId;
import io.candletrace.lineage.InstrumentId;
import io.candletrace.lineage.StrategyId;
import io.candletrace.lineage.StrategyVersionId;
import io.candletrace.lineage.TaskId;

/**
 * Where evidence comes from: every row of a task carries these.
 *
 * @param execution the run
 * @param task one instrument of it
 * @param instrument which one
 * @param strategy what is run
 * @param strategyVersion in which version
 * @param attempt of the task, from 1
 */
public record Provenance(
        ExecutionId execution,
        TaskId task,
        InstrumentId instrument,
        StrategyId strategy,
        StrategyVersionId strategyVersion,
        int attempt) {
    private static final int FIRST = 1;

    /** Whether nothing of the task can have been recorded before. */
    public boolean firstAttempt() {
        return attempt == FIRST;
    }
}
