package io.candletrace.execution;

import io.candletrace.lineage.ExecutionId;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;

/** Reads what happened to executions. Everything here fails with {@code DATABASE_UNAVAILABLE} when the database does not answer. */
public interface EventLog {
    /** How many events are read at once. */
    int PAGE = 500;

    /**
     * What follows each position, at most {@link #PAGE} each, by id; in the order of the positions. Nothing that will still be
     * committed has an id below what is answered here, so that going on from the last one skips nothing.
     */
    Uni<List<List<ExecutionEvent>>> after(List<Position> positions);

    /** Starts of steps that are under way, or whose end is about to be recorded; by id. */
    Uni<List<ExecutionEvent>> running(ExecutionId execution);

    /** Whether nothing will happen after this position, unless the execution is retried. */
    Uni<Boolean> over(Position position);

    /** Removes what happened to executions that ended so long ago, a bounded number of them; answers how many events it was. */
    Uni<Integer> sweep(Duration age);

    /**
     * How far somebody has read.
     *
     * @param execution of which execution
     * @param after the last event's id; 0 before the first
     */
    record Position(ExecutionId execution, long after) {}
}
