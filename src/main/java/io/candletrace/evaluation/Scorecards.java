package io.candletrace.evaluation;

import io.candletrace.evaluation.scorecard.Group;
import io.candletrace.evaluation.scorecard.ScorecardCurves;
import io.candletrace.evaluation.scorecard.ScorecardQuery;
import io.candletrace.evaluation.scorecard.ScorecardTable;
import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.thread.Hop;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
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

    Scorecards(ScorecardSource source, EvaluationConfig config) {
        this.source = source;
        this.config = config;
    }

    /** The scorecards of a query. Fails with {@code IMPOSSIBLE_REQUEST} for a horizon that nothing is resolved at. */
    public Uni<ScorecardTable> of(ScorecardQuery query) {
        requireResolved(query);
        return source.groups(query).chain(groups -> Hop.blocking(() -> ScorecardTable.of(query, costRate(), groups)));
    }

    /** The scorecards of a query with what is drawn of them, which asks once for each horizon. Fails as {@link #of} does. */
    public Uni<ScorecardCurves> curves(ScorecardQuery query) {
        requireResolved(query);
        var horizons = config.horizons().stream().sorted().distinct().toList();
        return Uni.join()
                .all(horizons.stream()
                        .map(horizon -> source.groups(query.at(horizon)))
                        .toList())
                .usingConcurrencyOf(AT_A_TIME)
                .andFailFast()
                .chain(groups ->
                        Hop.blocking(() -> ScorecardCurves.of(query, costRate(), byHorizon(horizons, groups))));
    }

    private static SortedMap<Integer, List<Group>> byHorizon(List<Integer> horizons, List<List<Group>> groups) {
        var found = new TreeMap<Integer, List<Group>>();
        for (var i = 0; i < horizons.size(); i++) {
            found.put(horizons.get(i), groups.get(i));
        }
        return found;
    }

    private void requireResolved(ScorecardQuery query) {
        if (!config.horizons().contains(query.horizon())) {
            throw new ServiceException(
                    FailureReason.IMPOSSIBLE_REQUEST,
                    "horizon: expected one of " + config.horizons() + ", found " + query.horizon());
        }
    }

    private double costRate() {
        return config.costRate().doubleValue();
    }
}
