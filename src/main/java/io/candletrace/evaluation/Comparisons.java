package io.candletrace.evaluation;

import io.candletrace.evaluation.comparison.ComparisonQuery;
import io.candletrace.evaluation.comparison.Side;
import io.candletrace.evaluation.comparison.SideBySide;
import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.thread.Hop;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells which of two is better. */
@ApplicationScoped
public class Comparisons {
    private final ComparisonSource source;
    private final EvaluationConfig config;

    Comparisons(ComparisonSource source, EvaluationConfig config) {
        this.source = source;
        this.config = config;
    }

    /**
     * Both sides of a query. Fails with {@code IMPOSSIBLE_REQUEST} for a horizon that nothing is resolved at and for a side that does
     * not exist, and with {@code INVALID_REQUEST} when both mean the same version.
     */
    public Uni<SideBySide> of(ComparisonQuery query) {
        Scorecards.requireResolved(query.horizon(), config);
        return exact(query).chain(this::compare);
    }

    private Uni<SideBySide> compare(ComparisonQuery query) {
        return source.pairing(query).chain(pairing -> Hop.blocking(() -> SideBySide.of(query, pairing)));
    }

    private Uni<ComparisonQuery> exact(ComparisonQuery query) {
        return existing("a", query.a()).chain(a -> existing("b", query.b()).map(b -> between(query, a, b)));
    }

    private Uni<Side> existing(String name, Side side) {
        return source.find(side)
                .map(found -> found.orElseThrow(() -> new ServiceException(
                        FailureReason.IMPOSSIBLE_REQUEST,
                        name + ": expected " + expected(side.kind()) + ", found '" + side.text()
                                + "', and there is none")));
    }

    private static ComparisonQuery between(ComparisonQuery query, Side a, Side b) {
        if (a.equals(b)) {
            throw new ServiceException(
                    FailureReason.INVALID_REQUEST,
                    "b: expected another version than a, found '" + query.b().text() + "', and both are " + a.text());
        }
        return query.between(a, b);
    }

    private static String expected(Side.Kind kind) {
        return switch (kind) {
            case MODEL -> "a model that has answered";
            case PROMPT -> "a version of a prompt";
            case STRATEGY -> "a strategy or a version of one";
        };
    }
}
