package io.candletrace.execution;

import io.candletrace.lineage.ExecutionId;
import io.candletrace.lineage.Window;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Reads executions and their tasks. Fails with {@code DATABASE_UNAVAILABLE} when the database does not answer. */
public interface ExecutionArchive {

    /** Executions by when they were accepted, newest first. */
    Uni<List<ExecutionRecord>> list(Filter filter, Window window);

    /** The execution of this id; empty when there is none. */
    Uni<Optional<ExecutionRecord>> find(ExecutionId id);

    /** The tasks of an execution, by symbol. */
    Uni<List<TaskRecord>> tasks(ExecutionId id);

    /** An execution, which must exist, with its tasks, as the session's transaction sees them. */
    Uni<Accepted> find(Mutiny.Session session, ExecutionId id);

    /**
     * Which executions.
     *
     * @param strategy name
     */
    record Filter(Optional<String> strategy, Optional<String> runType, Optional<String> status) {

        /** Every execution. */
        public static Filter any() {
            return new Filter(Optional.empty(), Optional.empty(), Optional.empty());
        }
    }
}
