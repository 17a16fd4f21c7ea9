package io.candletrace.evaluation.scorecard;

import io.candletrace.evaluation.statistic.BenjaminiHochberg;
import java.util.Arrays;
import java.util.List;

/**
 * Scorecards of all groups of a query.
 *
 * @param query what was asked
 * @param assumptions what was taken for given
 * @param cards one a group, in the order of their keys
 * @param looks how many of them have enough to say something, and so a p-value: the more, the more succeed by chance
 */
public record ScorecardTable(ScorecardQuery query, Assumptions assumptions, List<Scorecard> cards, long looks) {
    public ScorecardTable {
        cards = List.copyOf(cards);
    }

    /** Of what was observed. */
    public static ScorecardTable of(ScorecardQuery query, Assumptions assumptions, List<Group> groups) {
        var cards = groups.stream()
                .map(group -> Scorecard.of(group, query.horizon(), assumptions.costRate()))
                .toList();
        var p = cards.stream().flatMapToDouble(card -> card.rate().p().stream()).toArray();
        var q = Arrays.stream(BenjaminiHochberg.qValues(p)).iterator();
        return new ScorecardTable(
                query,
                assumptions,
                cards.stream()
                        .map(card -> card.rate().p().isPresent() ? card.withQ(q.next()) : card)
                        .toList(),
                p.length);
    }
}
