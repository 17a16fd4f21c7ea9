package io.candletrace.evaluation.scorecard;

import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What scorecards take for given.
 *
 * @param costRate of each position that is followed, as a share of its entry price
 * @param cutoffs the last day that a model may know of, by its name, where that is known
 */
public record Assumptions(double costRate, SortedMap<String, LocalDate> cutoffs) {
    public Assumptions {
        cutoffs = Collections.unmodifiableSortedMap(new TreeMap<>(cutoffs));
    }

    /** That positions cost something, and nothing of what models know. */
    static Assumptions costing(double costRate) {
        return new Assumptions(costRate, new TreeMap<>());
    }
}
