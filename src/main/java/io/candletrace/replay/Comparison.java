package io.candletrace.replay;

import io.candletrace.journal.AnalysisOutline;
import io.candletrace.pipeline.ReplaySpec;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * An analysis and the replays that stand against it.
 *
 * @param original the analysis
 * @param replays what was answered so far, by id
 */
public record Comparison(AnalysisOutline original, List<AnalysisOutline> replays) {
    private static final String STATUS = "status";
    private static final String ERROR = "error_message";
    /** What somebody wants to know first; the rest follows by name. */
    private static final List<String> FIRST = List.of(
            "recommendation", "trend_direction", "confidence", "entry_low", "entry_high", "stop_loss", "targets");

    public Comparison {
        replays = List.copyOf(replays);
    }

    static Comparison of(ReplaySpec spec, AnalysisOutline original, List<AnalysisOutline> sameChart) {
        return new Comparison(
                original,
                sameChart.stream()
                        .filter(replay -> spec.compares(original, replay))
                        .toList());
    }

    /** Where a replay differs from the original, field by field, nothing where it does not; without a verdict all fields do. */
    public List<Difference> differences(AnalysisOutline replay) {
        var before = original.said();
        var now = replay.said();
        var fields = new LinkedHashSet<>(FIRST);
        fields.addAll(new TreeSet<>(before.verdict().keySet()));
        fields.addAll(new TreeSet<>(now.verdict().keySet()));
        var verdicts = fields.stream()
                .map(field -> new Difference(
                        field,
                        Optional.ofNullable(before.verdict().get(field)),
                        Optional.ofNullable(now.verdict().get(field))));
        var outcomes = Stream.of(
                new Difference(STATUS, Optional.of(before.status()), Optional.of(now.status())),
                new Difference(
                        ERROR, before.error().map(error -> error), now.error().map(error -> error)));
        return Stream.concat(outcomes, verdicts).filter(Difference::differs).toList();
    }

    /** How far the replays agree. */
    public Agreement agreement() {
        return Agreement.of(original, replays);
    }

    /** How far the replays' levels and confidences are spread; a level that no replay has is left out. */
    public List<Spread> spreads() {
        return Spread.all(original, replays);
    }
}
