package io.candletrace.execution;

import java.util.List;

/**
 * An execution as the transaction that writes it sees it.
 *
 * @param tasks by symbol
 */
public record Accepted(ExecutionRecord execution, List<TaskRecord> tasks) {
    public Accepted {
        tasks = List.copyOf(tasks);
    }
}
