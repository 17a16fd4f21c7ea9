package io.candletrace.evaluation;

import io.candletrace.evaluation.effect.Situations;
import io.candletrace.evaluation.scorecard.ScorecardQuery;
import io.smallrye.mutiny.Uni;

/** What was observed, and in which states the indicators were. */
public interface EffectSource {
    /**
     * The predictions of a query whose horizon is over, in the order in which they were made, whatever the query tells apart; may be
     * none. The same rows give the same order. Fails with {@code DATABASE_UNAVAILABLE} when the database does not answer.
     */
    Uni<Situations> situations(ScorecardQuery query);
}
