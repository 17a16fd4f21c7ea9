package io.candletrace.evaluation.scorecard;

import java.util.List;

/**
 * What is drawn of a group.
 *
 * @param key its value in each dimension of the query
 * @param forward of those that were decided before their entry bar opened: what can be believed
 * @param backfilled of the others
 */
public record GroupCurves(List<String> key, Curves forward, Curves backfilled) {
    public GroupCurves {
        key = List.copyOf(key);
    }

    /** How many of its predictions have a direction and are over. */
    public int n() {
        return forward.rate().n() + backfilled.rate().n();
    }
}
