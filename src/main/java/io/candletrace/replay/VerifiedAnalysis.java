package io.candletrace.replay;

import io.candletrace.journal.AnalysisRecord;
import io.candletrace.pipeline.ChartVerification.Outcome;
import io.candletrace.replay.Check.Making;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An analysis that was made again, and what came of comparing.
 *
 * @param id the row
 * @param chartId the chart that was read
 * @param symbol for people
 * @param timeframe {@code 1d 1w 1mo}
 * @param model our name of who was asked
 * @param sampleNo from 1
 * @param outcome all together
 * @param detail in words
 * @param checked how many things were compared
 * @param checks what was compared
 */
public record VerifiedAnalysis(
        long id,
        long chartId,
        String symbol,
        String timeframe,
        String model,
        int sampleNo,
        Outcome outcome,
        String detail,
        int checked,
        List<Check> checks) {
    private static final int TOLD = 5;

    public VerifiedAnalysis {
        checks = List.copyOf(checks);
    }

    static VerifiedAnalysis of(AnalysisRecord row, CheckedChart chart, List<Check> own) {
        var checks = Stream.concat(chart.checks().stream(), own.stream()).toList();
        var outcome = outcome(checks, chart.otherRenderer());
        return new VerifiedAnalysis(
                row.id(),
                row.subject().chartId(),
                row.symbol(),
                row.timeframe(),
                row.inquiry().modelConfig(),
                row.subject().sampleNo(),
                outcome,
                detail(outcome, checks, chart),
                checks.size(),
                checks);
    }

    /** The same, with nothing but what differs. */
    VerifiedAnalysis differences() {
        return new VerifiedAnalysis(
                id, chartId, symbol, timeframe, model, sampleNo, outcome, detail, checked, differing(checks));
    }

    private static Outcome outcome(List<Check> checks, Optional<String> otherRenderer) {
        var differing = differing(checks);
        if (differing.isEmpty()) {
            return Outcome.IDENTICAL;
        }
        var drawn = differing.stream().allMatch(check -> check.making() == Making.DRAWN);
        return drawn && otherRenderer.isPresent() ? Outcome.RENDERER_CHANGED : Outcome.TAMPERED;
    }

    private static String detail(Outcome outcome, List<Check> checks, CheckedChart chart) {
        var differing = differing(checks);
        return switch (outcome) {
            case IDENTICAL -> checks.size() + " things were read or made again, and are what is recorded";
            case RENDERER_CHANGED ->
                "drawn by " + chart.renderer().orElse("another") + ", redrawn by "
                        + chart.otherRenderer().orElseThrow() + "; every object and row is what was recorded, but not "
                        + differing.stream().map(Check::what).collect(Collectors.joining(", "));
            case TAMPERED ->
                told(differing) + (chart.chart().isPresent() ? "" : "; what rests on the bars was not compared");
        };
    }

    private static String told(List<Check> differing) {
        var more = differing.size() - TOLD;
        return differing.stream().limit(TOLD).map(Check::difference).collect(Collectors.joining("; "))
                + (more > 0 ? "; and " + more + " more" : "");
    }

    private static List<Check> differing(List<Check> checks) {
        return checks.stream().filter(check -> !check.same()).toList();
    }
}
