package io.candletrace.execution;

import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.lineage.ExecutionId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Executions that can be replayed, or checked, as a whole. */
@ApplicationScoped
public class ReplayableExecutions {
    private static final Set<String> UNDER_WAY = Set.of("pending", "running");
    private static final String REPLAY = "replay";

    private final ExecutionArchive archive;

    ReplayableExecutions(ExecutionArchive archive) {
        this.archive = archive;
    }

    /**
     * The execution of this id, which has ended. Fails with {@code NOT_FOUND} when there is none, with {@code CONFLICT} while it
     * runs, and with {@code IMPOSSIBLE_REQUEST} when it is a replay itself.
     */
    public Uni<ExecutionRecord> ended(ExecutionId id) {
        return find(id).invoke(execution -> {
            if (execution.runType().equals(REPLAY)) {
                throw new ServiceException(
                        FailureReason.IMPOSSIBLE_REQUEST,
                        "execution " + id.value() + " is a replay, and what it replays can be replayed, not itself");
            }
            if (UNDER_WAY.contains(execution.status())) {
                throw new ServiceException(
                        FailureReason.CONFLICT,
                        "only an execution that has ended can be replayed, execution " + id.value() + " is "
                                + execution.status());
            }
        });
    }

    Uni<ExecutionRecord> find(ExecutionId id) {
        return archive.find(id)
                .map(found -> found.orElseThrow(
                        () -> new ServiceException(FailureReason.NOT_FOUND, "there is no execution " + id.value())));
    }
}
