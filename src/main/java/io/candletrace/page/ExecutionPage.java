package io.candletrace.page;

import io.candletrace.execution.ExecutionRecord;
import io.candletrace.execution.TaskRecord;
import io.candletrace.journal.SignalRecord;
import java.util.List;

/**
 * The page of an execution.
 *
 * @param error why it failed; empty when it did not
 */
public record ExecutionPage(
        ExecutionRow head, String error, List<Fact> facts, List<TaskRow> tasks, List<SignalCard> signals) {

    static ExecutionPage of(ExecutionRecord execution, List<TaskRecord> tasks, List<SignalRecord> signals) {
        var head = ExecutionRow.of(execution);
        return new ExecutionPage(
                head,
                execution.error().orElse(""),
                List.of(
                        new Fact("Strategy", execution.strategy() + ", version " + execution.strategyVersion()),
                        new Fact("Status", execution.status()),
                        new Fact("Kind", execution.runType()),
                        new Fact("As of", head.asOf()),
                        new Fact("Requested", head.requested() + " by " + execution.requestedBy()),
                        new Fact("Took", head.took())),
                tasks.stream().map(TaskRow::of).toList(),
                signals.stream().map(SignalCard::of).toList());
    }

    /**
     * A task of it.
     *
     * @param error empty when it did not fail
     */
    public record TaskRow(String symbol, String status, int attempts, String error) {

        static TaskRow of(TaskRecord task) {
            return new TaskRow(
                    task.symbol(),
                    task.status(),
                    task.attempts(),
                    task.lastError().orElse(""));
        }
    }
}
