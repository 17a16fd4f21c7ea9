package io.candletrace.execution.postgres;

import io.candletrace.execution.Attempt;
import io.candletrace.execution.Workflow.Begin;
import io.candletrace.failure.FailureReason;
import io.candletrace.lineage.TaskId;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * One begin of one task in one transaction. A task that is ready, and under no suspicion, is one statement; everything else is
 * looked at with its row locked.
 */
final class TaskBegin {
    private static final long LONGEST_WAIT_MS = 2_000;

    private final Mutiny.Session session;
    private final TaskId task;
    private final UUID owner;
    private final int losses;
    private boolean revived;

    /**
     * A begin.
     *
     * @param losses how many lost owners fail the task
     */
    TaskBegin(Mutiny.Session session, TaskId task, UUID owner, int losses) {
        this.session = session;
        this.task = task;
        this.owner = owner;
        this.losses = losses;
    }

    Uni<Result> run() {
        return begin(losses - 2).chain(begun -> begun.isPresent() ? begun(begun.get()) : look());
    }

    private Uni<Result> look() {
        return TaskRows.lock(session, task)
                .chain(found -> found.map(this::look).orElseGet(() -> result(new Begin.Ended())));
    }

    private Uni<Result> look(TaskRows.State state) {
        return switch (state.status()) {
            case "running" -> lost(state);
            case "ready" -> ready(state);
            default -> result(new Begin.Ended());
        };
    }

    /** Nobody is given a task whose owner still says that it is alive: whoever finds it running knows that the owner is gone. */
    private Uni<Result> lost(TaskRows.State state) {
        revived = true;
        var counted = new TaskRows.State("ready", state.losses() + 1, state.cancelled());
        return TaskRows.lose(session, task)
                .chain(() -> counted.losses() < losses ? ready(counted) : failed(counted.losses()));
    }

    private Uni<Result> failed(int times) {
        var error = FailureReason.OWNER_LOST + ": the process that worked on it went away "
                + (times == 1 ? "once" : times + " times");
        return ended("failed", Optional.of(error));
    }

    private Uni<Result> ready(TaskRows.State state) {
        if (state.cancelled()) {
            return ended("cancelled", Optional.empty());
        }
        return suspected(state.losses()) ? alone() : begun();
    }

    /** One more loss would fail it. A task that was never lost is under no suspicion, however few losses are allowed. */
    private boolean suspected(int lost) {
        return lost > 0 && lost >= losses - 1;
    }

    /** Of all tasks that may be what ends processes only one runs at a time, anywhere, so that none is failed for another. */
    private Uni<Result> alone() {
        return TaskRows.otherSuspectRuns(session, task, losses - 1)
                .chain(other -> other ? result(new Begin.NotNow(aWhile())) : begun());
    }

    /** Looks again when it was cancelled since. */
    private Uni<Result> begun() {
        return begin(losses).chain(begun -> begun.map(this::begun).orElseGet(this::look));
    }

    private Uni<Result> begun(Attempt attempt) {
        return result(new Begin.Begun(attempt));
    }

    private Uni<Optional<Attempt>> begin(int mostLosses) {
        return TaskRows.begin(session, task, owner, Math.max(mostLosses, 0));
    }

    private Uni<Result> ended(String status, Optional<String> error) {
        return TaskRows.end(session, task, status, error)
                .chain(() -> ExecutionRows.endWithLastTask(session, task))
                .chain(() -> result(new Begin.Ended()));
    }

    private Uni<Result> result(Begin begin) {
        return Uni.createFrom().item(new Result(begin, revived));
    }

    private static Duration aWhile() {
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(LONGEST_WAIT_MS / 2, LONGEST_WAIT_MS));
    }

    /**
     * What came of it.
     *
     * @param revived whether the task was taken over from an owner that is gone
     */
    record Result(Begin begin, boolean revived) {}
}
