package io.candletrace.evaluation;

import io.candletrace.analysis.AnalysisConfig;
import io.candletrace.evaluation.scorecard.Assumptions;
import io.candletrace.evaluation.scorecard.Group;
import io.candletrace.evaluation.scorecard.ScorecardCurves;
import io.candletrace.evaluation.scorecard.ScorecardQuery;
import io.candletrace.evaluation.scorecard.ScorecardTable;
import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.thread.Hop;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Scores predictions. */
@ApplicationScoped
public class Scorecards {
    /** Each asks on two connections at once, and others need some of the pool's as well. */
    private static final int AT_A_TIME = 2;

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
        var assumptions = assumptions();
        return source.groups(query, assumptions.cutoffs())
                .chain(groups -> Hop.blocking(() -> ScorecardTable.of(query, assumptions, groups)));
    }

    /** The scorecards of a query with what is drawn of them, which asks once for each horizon. Fails as {@link #of} does. */
    public Uni<ScorecardCurves> curves(ScorecardQuery query) {
        requireResolved(query.horizon(), config);
        var assumptions = assumptions();
        var horizons = config.horizons().stream().sorted().distinct().toList();
        return Uni.join()
                .all(horizons.stream()
                        .map(horizon -> source.groups(query.at(horizon), assumptions.cutoffs()))
                        .toList())
                .usingConcurrencyOf(AT_A_TIME)
                .andFailFast()
                .chain(groups ->
                        Hop.blocking(() -> ScorecardCurves.of(query, assumptions, byHorizon(horizons, groups))));
    }

    private static SortedMap<Integer, List<Group>> byHorizon(List<Integer> horizons, List<List<Group>> groups) {
        var found = new TreeMap<Integer, List<Group>>();
        for (var i = 0; i < horizons.size(); i++) {
            found.put(horizons.get(i), groups.get(i));
        }
        return found;
    }

    /** Cutoffs are those that the configuration states today. */
    private Assumptions assumptions() {
        var cutoffs = new TreeMap<String, LocalDate>();
        models.models().forEach((name, model) -> model.trainingCutoff().ifPresent(day -> cutoffs.put(name, day)));
        return new Assumptions(config.costRate().doubleValue(), cutoffs);
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
