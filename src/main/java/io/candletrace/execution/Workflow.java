package io.candletrace.execution;

import io.candletrace.lineage.ExecutionId;
import io.candletrace.lineage.TaskId;
import io.candletrace.persistence.Fence;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The states of executions and their tasks: each method is one committed transition. All fail with {@code
 * DATABASE_UNAVAILABLE}, after which nobody knows whether the transition was committed; those that take a fence fail with
 * {@code STALE_ATTEMPT}, and change nothing, when the attempt does not run any more.
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
     * Begins an attempt, unless the task has ended or must wait. Whoever finds the task running has taken it over from an
     * owner that is gone, which is counted as a loss before anything else.
     *
     * @param owner drawn by the caller for this begin
     */
    Uni<Begin> begin(TaskId task, UUID owner);

    /** The attempt that a begin of this owner began; for whoever did not hear what came of it. Empty when nothing was begun. */
    Uni<Optional<Attempt>> begun(TaskId task, UUID owner);

    /** The task's work is done; the last task completes its execution. */
    Uni<Void> complete(Fence fence);

    /** The task has failed for good; the last task ends its execution. */
    Uni<Void> fail(Fence fence, String error);

    /** The attempt failed, which counts; the task will be tried again. */
    Uni<Void> release(Fence fence, String error);

    /** The attempt did not fail but cannot go on here: nothing counts, the task will be begun again. */
    Uni<Void> handBack(Fence fence);

    /** The task ends because its execution was cancelled; the last task ends it. */
    Uni<Void> cancel(Fence fence);

    /** Whether the attempt is the task's last and one of these transitions has ended it, whoever heard of it. */
    Uni<Boolean> settled(Attempt attempt);

    /** What came of a begin. */
    sealed interface Begin {
        /** The attempt may work. */
        record Begun(Attempt attempt) implements Begin {}

        /** Nothing was begun and nothing was counted; to be asked again after this long. */
        record NotNow(Duration after) implements Begin {}

        /** There is nothing left to do for the task. */
        record Ended() implements Begin {}
    }
}
