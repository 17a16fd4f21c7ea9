package io.candletrace.study;

import io.candletrace.lineage.StudyId;
import io.candletrace.lineage.Window;
import io.candletrace.schedule.BackfillRecord.Watched;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Studies as they are kept. Everything fails with {@code DATABASE_UNAVAILABLE} when the database does not answer. */
public interface StudyStore {
    /** Keeps a study of a backfill, in the transaction that keeps the backfill. */
    Uni<Study> insert(Mutiny.Session session, StudyRequest request, Watched backfill);

    /** The study of this id; empty when there is none. */
    Uni<Optional<Study>> find(StudyId id);

    /** Studies, newest first. */
    Uni<List<Study>> list(Optional<String> strategy, Optional<String> status, Window window);

    /** Those that are not over and whose backfill does not run any more, oldest first. */
    Uni<List<Study>> ready();

    /** The scorecards of a study as they were written, JSON; empty when there are none. */
    Uni<Optional<String>> result(StudyId id);

    /**
     * Ends a study that runs; does nothing to one that has ended.
     *
     * @param terms how its outcomes were resolved
     */
    Uni<Void> complete(StudyId id, StudyResult result, Map<String, String> terms);

    /** Ends a study that runs without a result; does nothing to one that has ended. */
    Uni<Void> fail(StudyId id, String reason);
}
