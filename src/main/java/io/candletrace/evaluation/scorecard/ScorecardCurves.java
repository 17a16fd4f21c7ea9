package io.candletrace.evaluation.scorecard;

import io.candletrace.evaluation.scorecard.Curves.Observed;
import io.candletrace.evaluation.statistic.BenjaminiHochberg;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * What is drawn of all groups of a query, with their scorecards.
 *
 * @param table the scorecards
 * @param groups one a scorecard, in the same order
 */
public record ScorecardCurves(ScorecardTable table, List<GroupCurves> groups) {
    public ScorecardCurves {
        groups = List.copyOf(groups);
    }

    /**
     * Of what was observed.
     *
     * @param horizons the groups at each horizon, that of the query among them
     */
    public static ScorecardCurves of(
            ScorecardQuery query, Assumptions assumptions, SortedMap<Integer, List<Group>> horizons) {
        var observed = new TreeMap<Integer, Map<List<String>, Observations>>();
        horizons.forEach((horizon, groups) -> observed.put(horizon, byKey(groups)));
        var table = ScorecardTable.of(query, assumptions, horizons.getOrDefault(query.horizon(), List.of()));
        var curves = table.cards().stream()
                .map(card -> curves(query, assumptions.costRate(), card.key(), ofGroup(observed, card.key())))
                .toList();
        return new ScorecardCurves(table, withQ(curves));
    }

    private static Map<List<String>, Observations> byKey(List<Group> groups) {
        var found = new HashMap<List<String>, Observations>();
        groups.forEach(group -> found.put(group.key(), group.observations()));
        return found;
    }

    private static List<Observed> ofGroup(
            SortedMap<Integer, Map<List<String>, Observations>> observed, List<String> key) {
        return observed.entrySet().stream()
                .map(horizon ->
                        new Observed(horizon.getKey(), horizon.getValue().getOrDefault(key, Observations.NONE)))
                .toList();
    }

    private static GroupCurves curves(
            ScorecardQuery query, double costRate, List<String> key, List<Observed> horizons) {
        return new GroupCurves(
                key,
                Curves.of(true, query.horizon(), horizons, costRate),
                Curves.of(false, query.horizon(), horizons, costRate));
    }

    private static List<GroupCurves> withQ(List<GroupCurves> groups) {
        var forward = q(groups, GroupCurves::forward);
        var backfilled = q(groups, GroupCurves::backfilled);
        return IntStream.range(0, groups.size())
                .mapToObj(i -> new GroupCurves(
                        groups.get(i).key(),
                        groups.get(i).forward().withQ(forward.get(i)),
                        groups.get(i).backfilled().withQ(backfilled.get(i))))
                .toList();
    }

    /** One a group; absent where there is no p. */
    private static List<OptionalDouble> q(List<GroupCurves> groups, Function<GroupCurves, Curves> half) {
        var p = groups.stream().map(group -> half.apply(group).rate().p()).toList();
        var found = p.stream().flatMapToDouble(OptionalDouble::stream).toArray();
        var q = Arrays.stream(BenjaminiHochberg.qValues(found)).iterator();
        return p.stream()
                .map(one -> one.isPresent() ? OptionalDouble.of(q.nextDouble()) : one)
                .toList();
    }
}
