package io.candletrace.page;

import io.candletrace.execution.ExecutionRecord;

/** An execution in a list. */
public record ExecutionRow(
        long id, String strategy, String status, String runType, String asOf, String requested, String took) {

    static ExecutionRow of(ExecutionRecord execution) {
        return new ExecutionRow(
                execution.id(),
                execution.strategy(),
                execution.status(),
                execution.runType(),
                Words.time(execution.asOf()),
                Words.time(execution.createdAt()),
                Words.between(execution.startedAt(), execution.completedAt()));
    }
}
