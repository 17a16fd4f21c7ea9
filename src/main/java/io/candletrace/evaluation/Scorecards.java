package io.candletrace.evaluation;

import io.candletrace.evaluation.scorecard.ScorecardQuery;
import io.candletrace.evaluation.scorecard.ScorecardTable;
import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.thread.Hop;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Scores predictions. */
@ApplicationScoped
public class Scorecards {
    private final ScorecardSource source;
    private final EvaluationConfig config;

    Scorecards(ScorecardSource source, EvaluationConfig config) {
        this.source = source;
        this.config = config;
    }

    /** The scorecards of a query. Fails with {@code IMPOSSIBLE_REQUEST} for a horizon that nothing is resolved at. */
    public Uni<ScorecardTable> of(ScorecardQuery query) {
        requireHorizon(query, config);
        return source.groups(query)
                .chain(groups -> Hop.blocking(
                        () -> ScorecardTable.of(query, config.costRate().doubleValue(), groups)));
    }

    static void requireHorizon(ScorecardQuery query, EvaluationConfig config) {
        if (!config.horizons().contains(query.horizon())) {
            throw new ServiceException(
                    FailureReason.IMPOSSIBLE_REQUEST,
                    "horizon: expected one of " + config.horizons() + ", found " + query.horizon());
        }
    }
}
