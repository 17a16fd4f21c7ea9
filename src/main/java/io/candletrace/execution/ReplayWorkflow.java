package io.candletrace.execution;

import io.candletrace.lineage.ExecutionId;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Where replays are kept. Everything here fails with {@code DATABASE_UNAVAILABLE} when the database does not answer. */
public interface ReplayWorkflow {
    /** The execution, what it replays, its tasks and their places in the queue, in the session's transaction. */
    Uni<ExecutionId> accept(Mutiny.Session session, ReplayAcceptance acceptance);

    /** What an execution replays; empty when it does not, or when there is none of this id. */
    Uni<Optional<ReplayRecord>> find(ExecutionId id);
}
