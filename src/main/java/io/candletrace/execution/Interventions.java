package io.candletrace.execution;

import io.candletrace.lineage.ExecutionId;
import io.candletrace.lineage.Origin;
import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * What people do to executions that were accepted; each is one committed transition. Everything here fails with {@code
 * NOT_FOUND} when there is no such execution, and with {@code DATABASE_UNAVAILABLE}.
 */
public interface Interventions {
    /**
     * Runs the failed tasks again, as if nothing had gone wrong with them yet: what they recorded is found again, and a model whose
     * analysis is not completed is asked for another sample. Fails with {@code CONFLICT} when the execution has not ended, was
     * cancelled, is a replay (another one can be asked for), or when none of its tasks failed.
     */
    Uni<Void> retry(ExecutionId execution);

    /**
     * Ends an execution early: tasks that have not begun are cancelled at once, those that run finish the call that is under way and
     * end before the next one. Does nothing when that was asked for before. Fails with {@code CONFLICT} when the execution has
     * ended.
     *
     * @param origin who wants it, and why
     */
    Uni<Void> cancel(ExecutionId execution, Origin origin);

    /** The same with the session's transaction, for whoever has more to write with it; an execution that has ended is left alone. */
    Uni<Void> cancel(Mutiny.Session session, ExecutionId execution, Origin origin);
}
