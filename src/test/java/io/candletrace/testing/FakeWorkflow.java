package io.candletrace.testing;

import io.candletrace.execution.Acceptance;
import io.candletrace.execution.Attempt;
import io.candletrace.execution.Workflow;
import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.lineage.ExecutionId;
import io.candletrace.lineage.InstrumentId;
import io.candletrace.lineage.StrategyVersionId;
import io.candletrace.lineage.TaskId;
import io.candletrace.persistence.Fence;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** One task of one execution, which begins an attempt after so many failures and notes what is written about it. */
public final class FakeWorkflow implements Workflow {
    private final int failures;
    private final Queue<Loss> losses = new ArrayDeque<>();
    private final List<String> written = new ArrayList<>();
    private Begin answer = new Begin.Ended();
    private Optional<Attempt> begun = Optional.empty();
    private boolean running;

    /** How a connection breaks. */
    public enum Loss {
        /** Before the transition was committed. */
        BEFORE_THE_COMMIT,
        /** After it was: it happened, and nobody hears of it. */
        AFTER_THE_COMMIT
    }

    private FakeWorkflow(int failures) {
        this.failures = failures;
    }

    /** Begins an attempt after so many failed ones. */
    public static FakeWorkflow after(int failures) {
        return new FakeWorkflow(failures);
    }

    /** Begins nothing. */
    public static FakeWorkflow answering(Begin answer) {
        var workflow = new FakeWorkflow(-1);
        workflow.answer = answer;
        return workflow;
    }

    /** Breaks the connection under the next transitions, one after the other. */
    public FakeWorkflow losing(Loss... next) {
        losses.addAll(Arrays.asList(next));
        return this;
    }

    /** Another owner has the task from now on. */
    public void giveAway() {
        running = false;
        begun = Optional.empty();
    }

    /** What was written, in order: {@code completed}, {@code failed: ...}, {@code released: ...}, {@code handed back}, {@code cancelled}. */
    public List<String> written() {
        return written;
    }

    @Override
    public Uni<ExecutionId> accept(Acceptance acceptance) {
        return Uni.createFrom().item(new ExecutionId(1));
    }

    @Override
    public Uni<ExecutionId> accept(Mutiny.Session session, Acceptance acceptance) {
        return accept(acceptance);
    }

    @Override
    public Uni<Begin> begin(TaskId task, UUID owner) {
        if (failures < 0) {
            return Uni.createFrom().item(answer);
        }
        return breakable(() -> {
                    running = true;
                    begun = Optional.of(attempt(task, owner));
                })
                .map(done -> new Begin.Begun(begun.orElseThrow()));
    }

    @Override
    public Uni<Optional<Attempt>> begun(TaskId task, UUID owner) {
        return breakable(() -> {})
                .map(done -> begun.filter(attempt -> attempt.owner().equals(owner)));
    }

    @Override
    public Uni<Void> complete(Fence fence) {
        return transition("completed");
    }

    @Override
    public Uni<Void> fail(Fence fence, String error) {
        return transition("failed: " + error);
    }

    @Override
    public Uni<Void> release(Fence fence, String error) {
        return transition("released: " + error);
    }

    @Override
    public Uni<Void> handBack(Fence fence) {
        return transition("handed back");
    }

    @Override
    public Uni<Void> cancel(Fence fence) {
        return transition("cancelled");
    }

    @Override
    public Uni<Boolean> settled(Attempt attempt) {
        return Uni.createFrom()
                .item(() -> !running && begun.filter(attempt::equals).isPresent());
    }

    private Uni<Void> transition(String what) {
        return breakable(() -> {
                    if (!running) {
                        throw new ServiceException(FailureReason.STALE_ATTEMPT, "not running");
                    }
                    running = false;
                    written.add(what);
                })
                .replaceWithVoid();
    }

    private Uni<Boolean> breakable(Runnable write) {
        return Uni.createFrom().item(() -> {
            var loss = Optional.ofNullable(losses.poll());
            if (!loss.equals(Optional.of(Loss.BEFORE_THE_COMMIT))) {
                write.run();
            }
            if (loss.isPresent()) {
                throw new ServiceException(FailureReason.DATABASE_UNAVAILABLE, "broken");
            }
            return true;
        });
    }

    private Attempt attempt(TaskId task, UUID owner) {
        return new Attempt(
                new Fence(task, failures + 1),
                owner,
                new ExecutionId(1),
                "SPY",
                new InstrumentId(1),
                new StrategyVersionId(1),
                Instant.EPOCH,
                false,
                new Attempt.History(failures, 0));
    }
}
