package io.candletrace.api;

import io.candletrace.prompt.PromptVersion;
import io.candletrace.prompt.TextDiff;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What changed between two versions of a prompt.
 *
 * @param from the version that was changed
 * @param to the version it was changed to
 * @param identical whether both say the same
 * @param systemText every line of both, in order
 * @param body every line of both, in order
 */
record PromptDiffView(
        String name,
        String language,
        int from,
        int to,
        boolean identical,
        List<LineView> systemText,
        List<LineView> body) {

    static PromptDiffView of(PromptVersion from, PromptVersion to) {
        var before = from.template().value();
        var after = to.template().value();
        return new PromptDiffView(
                after.name(),
                after.language(),
                before.version(),
                after.version(),
                before.sha256().equals(after.sha256()),
                lines(before.systemText(), after.systemText()),
                lines(before.body(), after.body()));
    }

    private static List<LineView> lines(String before, String after) {
        return TextDiff.lines(before, after).stream().map(LineView::of).toList();
    }

    /**
     * A line.
     *
     * @param op {@code same removed added}
     * @param lineFrom its number in the first version, from 1
     * @param lineTo its number in the second version, from 1
     */
    record LineView(String op, Optional<Integer> lineFrom, Optional<Integer> lineTo, String text) {

        static LineView of(TextDiff.Line line) {
            return new LineView(line.op().name().toLowerCase(Locale.ROOT), line.from(), line.to(), line.text());
        }
    }
}
