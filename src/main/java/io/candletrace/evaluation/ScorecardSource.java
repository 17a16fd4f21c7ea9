package io.candletrace.evaluation;

import io.candletrace.evaluation.scorecard.Group;
import io.candletrace.evaluation.scorecard.ScorecardQuery;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What was observed. */
public interface ScorecardSource {
    /**
     * The groups of a query, in the order of their keys; none when nothing was answered. The same rows give the same
     * order. Fails with {@code DATABASE_UNAVAILABLE} when the database does not answer.
     *
     * @param cutoffs the last day that a model may know of, by its name, where that is known
     */
    Uni<List<Group>> groups(ScorecardQuery query, Map<String, LocalDate> cutoffs);
}
