package io.candletrace.page;

import io.candletrace.evaluation.scorecard.Curves;
import io.candletrace.evaluation.scorecard.GroupCurves;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * One half of a group that pictures show.
 *
 * @param place of the group among those that are shown, from 0
 * @param name of the group
 * @param forward which half
 * @param curves what is drawn of it
 */
record ShownCurves(int place, String name, boolean forward, Curves curves) {
    /** More lines cannot be told apart. */
    static final int MOST_GROUPS = 6;

    /** The groups that are shown, in their order: those with the most predictions. */
    static List<GroupCurves> shown(List<GroupCurves> groups) {
        var most = groups.stream()
                .filter(group -> group.n() > 0)
                .sorted(Comparator.comparingInt(GroupCurves::n).reversed())
                .limit(MOST_GROUPS)
                .toList();
        return groups.stream().filter(most::contains).toList();
    }

    /** Their halves that say something. */
    static List<ShownCurves> of(List<GroupCurves> shown) {
        return Stream.iterate(0, place -> place + 1)
                .limit(shown.size())
                .flatMap(place -> halves(place, shown.get(place)))
                .filter(half -> half.curves().rate().sufficient())
                .toList();
    }

    private static Stream<ShownCurves> halves(int place, GroupCurves group) {
        var name = name(group.key());
        return Stream.of(
                new ShownCurves(place, name, true, group.forward()),
                new ShownCurves(place, name, false, group.backfilled()));
    }

    /** What a group is called. */
    static String name(List<String> key) {
        return key.isEmpty() ? "all" : String.join(" / ", key);
    }

    /** How sentences call it. */
    String label() {
        return name + (forward ? ", forward" : ", backfilled");
    }
}
