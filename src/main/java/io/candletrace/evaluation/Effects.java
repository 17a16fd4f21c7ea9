package io.candletrace.evaluation;

import io.candletrace.evaluation.effect.EffectTable;
import io.candletrace.evaluation.scorecard.ScorecardQuery;
import io.candletrace.thread.Hop;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells which indicators helped. */
@ApplicationScoped
public class Effects {
    private final EffectSource source;
    private final EvaluationConfig config;

    Effects(EffectSource source, EvaluationConfig config) {
        this.source = source;
        this.config = config;
    }

    /**
     * What followed each state, of all that a query means together. Fails with {@code IMPOSSIBLE_REQUEST} for a horizon that nothing
     * is resolved at.
     */
    public Uni<EffectTable> of(ScorecardQuery query) {
        Scorecards.requireResolved(query.horizon(), config);
        return source.situations(query).chain(seen -> Hop.blocking(() -> EffectTable.of(query, seen)));
    }
}
