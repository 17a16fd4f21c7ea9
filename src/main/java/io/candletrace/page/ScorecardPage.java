package io.candletrace.page;

import io.candletrace.evaluation.scorecard.Dimension;
import io.candletrace.evaluation.scorecard.ScorecardCurves;
import io.candletrace.evaluation.scorecard.ScorecardQuery.Extra;
import io.candletrace.request.ScorecardParameters;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The page of scorecards.
 *
 * @param form what was asked
 * @param error what is wrong with it; empty when nothing is
 * @param heading what is scored
 * @param groupHeading what is told apart
 * @param rows one a group; empty when nothing is scored
 * @param looks how many comparisons with chance there are
 * @param unseen what is not shown in the pictures; empty when everything is
 * @param pictures drawn by the script, or a sentence why not
 * @param data JSON for the script, to stand inside an element
 * @param library where the chart library is
 * @param query of the same for the API, with its question mark
 * @param synthetic whether bars that were made up are counted
 */
public record ScorecardPage(
        FormPart form,
        String error,
        String heading,
        String groupHeading,
        List<ScoreRow> rows,
        long looks,
        String unseen,
        List<PicturePart> pictures,
        String data,
        String library,
        String query,
        boolean synthetic) {

    static ScorecardPage of(
            ScorecardParameters sent, List<Integer> horizons, ScorecardCurves curves, String data, String library) {
        var table = curves.table();
        var groups = curves.groups();
        var shown = ShownCurves.shown(groups);
        var query = table.query();
        return new ScorecardPage(
                FormPart.of(sent, horizons),
                "",
                query.subject().name().toLowerCase(Locale.ROOT) + " after "
                        + (query.horizon() == 1 ? "1 bar" : query.horizon() + " bars"),
                groupHeading(query.groupBy()),
                IntStream.range(0, groups.size())
                        .mapToObj(i -> ScoreRow.of(table.cards().get(i), groups.get(i), query.horizon()))
                        .toList(),
                table.looks(),
                unseen(groups.size(), shown.size()),
                PicturePart.of(
                        ShownCurves.of(shown),
                        query.horizon(),
                        table.assumptions().costRate()),
                data,
                library,
                ScorecardForm.query(sent),
                query.filter().extras().contains(Extra.SYNTHETIC));
    }

    /** What is asked cannot be answered, for the reason that is given. */
    static ScorecardPage mistaken(ScorecardParameters sent, List<Integer> horizons, String error) {
        return new ScorecardPage(
                FormPart.of(sent, horizons), error, "", "", List.of(), 0, "", List.of(), "", "", "", false);
    }

    private static String groupHeading(List<Dimension> dimensions) {
        return dimensions.isEmpty()
                ? "Group"
                : dimensions.stream()
                        .map(dimension -> dimension.code().replace('_', ' '))
                        .collect(Collectors.joining(" / "));
    }

    private static String unseen(int groups, int shown) {
        return groups > shown && shown == ShownCurves.MOST_GROUPS
                ? "The pictures show the %d groups with the most predictions; the other %d are in the table only."
                        .formatted(shown, groups - shown)
                : "";
    }
}
