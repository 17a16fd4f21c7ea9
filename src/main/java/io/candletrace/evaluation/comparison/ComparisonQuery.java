package io.candletrace.evaluation.comparison;

import io.candletrace.evaluation.scorecard.ScorecardQuery.Filter;
import io.candletrace.evaluation.scorecard.ScorecardQuery.Subject;

/**
 * Which two are compared, and about what.
 *
 * @param subject what they said
 * @param horizon bars after which
 * @param a one
 * @param b another of the same kind
 * @param filter which predictions; repeated ones and voided signals never count, whatever its extras say
 */
public record ComparisonQuery(Subject subject, int horizon, Side a, Side b, Filter filter) {
    public ComparisonQuery {
        if (horizon < 1) {
            throw new IllegalArgumentException("a horizon is at least one bar, was " + horizon);
        }
        if (a.kind() != b.kind() || a.equals(b)) {
            throw new IllegalArgumentException("expected two of one kind, found " + a + " and " + b);
        }
    }

    /** The same about two others. */
    public ComparisonQuery between(Side one, Side other) {
        return new ComparisonQuery(subject, horizon, one, other, filter);
    }
}
