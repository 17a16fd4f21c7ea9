package io.candletrace.evaluation;

import io.candletrace.analysis.AnalysisConfig;
import io.candletrace.evaluation.scorecard.ScorecardQuery;
import io.candletrace.evaluation.scorecard.ScorecardTable;
import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.thread.Hop;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;

/** Scores predictions. */
@ApplicationScoped
public class Scorecards {
    private final ScorecardSource source;
    private final EvaluationConfig config;
    private final AnalysisConfig models;

    Scorecards(ScorecardSource source, EvaluationConfig config, AnalysisConfig models) {
        this.source = source;
        this.config = config;
        this.models = models;
    }

    /** The scorecards of a query. Fails with {@code IMPOSSIBLE_REQUEST} for a horizon that nothing is resolved at. */
    public Uni<ScorecardTable> of(ScorecardQuery query) {
        requireResolved(query.horizon(), config);
        var cutoffs = cutoffs();
        return source.groups(query, cutoffs)
                .chain(groups -> Hop.blocking(
                        () -> ScorecardTable.of(query, config.costRate().doubleValue(), cutoffs, groups)));
    }

    /** The last day that a model may know of, as the configuration states it. */
    private SortedMap<String, LocalDate> cutoffs() {
        var cutoffs = new TreeMap<String, LocalDate>();
        models.models().forEach((name, model) -> model.trainingCutoff().ifPresent(day -> cutoffs.put(name, day)));
        return cutoffs;
    }

    /** Fails with {@code IMPOSSIBLE_REQUEST} for a horizon that nothing is resolved at. */
    static void requireResolved(int horizon, EvaluationConfig config) {
        if (!config.horizons().contains(horizon)) {
            throw new ServiceException(
                    FailureReason.IMPOSSIBLE_REQUEST,
                    "horizon: expected one of " + config.horizons() + ", found " + horizon);
        }
    }
}
