package io.candletrace.testing;

import io.candletrace.execution.Acceptance;
import io.candletrace.execution.Workflow;
import io.candletrace.lineage.ExecutionId;
import io.candletrace.lineage.InstrumentId;
import io.candletrace.lineage.StrategyVersionId;
import io.candletrace.lineage.TaskId;
import io.candletrace.persistence.Fence;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** One task of one execution, which begins its given attempt and notes what is written about it. */
public final class FakeWorkflow implements Workflow {
    private final int attempt;
    private final List<String> written = new ArrayList<>();

    public FakeWorkflow(int attempt) {
        this.attempt = attempt;
    }

    /** What was written, in order: {@code completed}, {@code failed: ...}, {@code released: ...}. */
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
    public Uni<Optional<Attempt>> begin(TaskId task) {
        var begun = new Attempt(
                new Fence(task, attempt),
                new ExecutionId(1),
                "SPY",
                new InstrumentId(1),
                new StrategyVersionId(1),
                Instant.EPOCH,
                false);
        return Uni.createFrom().item(attempt > 0 ? Optional.of(begun) : Optional.empty());
    }

    @Override
    public Uni<Void> complete(Fence fence) {
        return note("completed");
    }

    @Override
    public Uni<Void> fail(Fence fence, String error) {
        return note("failed: " + error);
    }

    @Override
    public Uni<Void> release(Fence fence, String error) {
        return note("released: " + error);
    }

    private Uni<Void> note(String what) {
        return Uni.createFrom().voidItem().invoke(() -> written.add(what));
    }
}
