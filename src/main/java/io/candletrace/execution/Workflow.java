package io.candletrace.execution;

import io.candletrace.lineage.ExecutionId;
import io.candletrace.lineage.InstrumentId;
import io.candletrace.lineage.StrategyVersionId;
import io.candletrace.lineage.TaskId;
import io.candletrace.persistence.Fence;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The states of executions and their tasks: each method is one committed transition. All fail with {@code
 * DATABASE_UNAVAILABLE}; those that take a fence fail with {@code STALE_ATTEMPT}, and change nothing, when another attempt
 * owns the task.
 */
public interface Workflow {
    /** The execution, its tasks and their places in the queue, all or nothing. */
    Uni<ExecutionId> accept(Acceptance acceptance);

    /**
     * The same with the session's transaction, for whoever has more to write with it. {@link
     * io.candletrace.queue.TaskQueue#wake()} is the caller's, after the commit.
     */
    Uni<ExecutionId> accept(Mutiny.Session session, Acceptance acceptance);

    /**
     * Counts an attempt before it does anything, so that a crash counts too; empty when the task has ended. Fails with
     * {@code CLAIMING_STOPPED}, and counts nothing, while the kill switch is engaged.
     */
    Uni<Optional<Attempt>> begin(TaskId task);

    /** The task's work is done; the last task completes its execution. */
    Uni<Void> complete(Fence fence);

    /** The task has failed for good; the last task ends its execution. */
    Uni<Void> fail(Fence fence, String error);

    /** The task will be tried again. */
    Uni<Void> release(Fence fence, String error);

    /**
     * An attempt that has begun, and what it is about.
     *
     * @param fence what its writes must hold
     * @param execution the run
     * @param symbol for people
     * @param instrument what is looked at
     * @param version what runs
     * @param asOf what may be seen, UTC
     * @param replay whether it asks again what another execution asked
     */
    record Attempt(
            Fence fence,
            ExecutionId execution,
            String symbol,
            InstrumentId instrument,
            StrategyVersionId version,
            Instant asOf,
            boolean replay) {
        @Override
        public String toString() {
            return "executionId=" + execution.value() + " symbol=" + symbol + " attempt=" + fence.attempt();
        }
    }
}
