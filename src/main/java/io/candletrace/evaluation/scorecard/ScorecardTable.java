package io.candletrace.evaluation.scorecard;

import io.candletrace.evaluation.statistic.BenjaminiHochberg;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Scorecards of all groups of a query.
 *
 * @param query what was asked
 * @param costRate of each position that is followed
 * @param cutoffs the last day that a model may know of, by its name, where that is known
 * @param cards one a group, in the order of their keys
 * @param looks how many of them have enough to say something, and so a p-value: the more, the more succeed by chance
 */
public record ScorecardTable(
        ScorecardQuery query,
        double costRate,
        SortedMap<String, LocalDate> cutoffs,
        List<Scorecard> cards,
        long looks) {
    public ScorecardTable {
        cutoffs = Collections.unmodifiableSortedMap(new TreeMap<>(cutoffs));
        cards = List.copyOf(cards);
    }

    /** Of what was observed. */
    public static ScorecardTable of(
            ScorecardQuery query, double costRate, SortedMap<String, LocalDate> cutoffs, List<Group> groups) {
        var cards = groups.stream()
                .map(group -> Scorecard.of(group, query.horizon(), costRate))
                .toList();
        var p = cards.stream().flatMapToDouble(card -> card.rate().p().stream()).toArray();
        var q = Arrays.stream(BenjaminiHochberg.qValues(p)).iterator();
        return new ScorecardTable(
                query,
                costRate,
                cutoffs,
                cards.stream()
                        .map(card -> card.rate().p().isPresent() ? card.withQ(q.next()) : card)
                        .toList(),
                p.length);
    }
}
