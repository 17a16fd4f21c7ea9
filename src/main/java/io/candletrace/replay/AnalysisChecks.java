package io.candletrace.replay;

import io.candletrace.analysis.Analysis;
import io.candletrace.analysis.claim.ClaimChecks;
import io.candletrace.journal.EvidenceArchive;
import io.candletrace.lineage.ChartId;
import io.candletrace.lineage.Recorded;
import io.candletrace.storage.StoredChart;
import io.candletrace.thread.Hop;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/** Everything about one analysis that can be held against something else. */
@ApplicationScoped
class AnalysisChecks {
    private final EvidenceArchive evidence;
    private final Rebuilding rebuilding;
    private final PromptChecks prompts;

    AnalysisChecks(EvidenceArchive evidence, Rebuilding rebuilding, PromptChecks prompts) {
        this.evidence = evidence;
        this.rebuilding = rebuilding;
        this.prompts = prompts;
    }

    /** What rests on the bars is left out when the chart's snapshot cannot be read. */
    Uni<List<Check>> of(Exhibit exhibit, CheckedChart checked) {
        return checked.chart()
                .map(chart -> rebuilding
                        .analysis(exhibit, chart)
                        .chain(rebuilt ->
                                Hop.blocking(() -> Stream.concat(onTheBars(exhibit, chart, rebuilt), onTheRows(exhibit))
                                        .toList())))
                .orElseGet(() -> Hop.blocking(() -> onTheRows(exhibit).toList()));
    }

    private Stream<Check> onTheRows(Exhibit exhibit) {
        var calls = exhibit.kept().calls().stream()
                .flatMap(call ->
                        Stream.concat(new CallChecks(call).hashes(), SpendingChecks.cost(call, exhibit.prices())));
        return Stream.of(
                        Stream.of(PromptChecks.template(exhibit), calibration(exhibit)),
                        PromptChecks.lineage(exhibit),
                        calls,
                        SpendingChecks.of(exhibit.kept()))
                .flatMap(part -> part);
    }

    /** That the map was the right one to take cannot be told later: whether it was committed in time is written nowhere. */
    private static Check calibration(Exhibit exhibit) {
        return Check.kept(
                "confidence_calibrated",
                exhibit.kept().calibrated(),
                exhibit.row().calibration().confidence());
    }

    private Stream<Check> onTheBars(Exhibit exhibit, Recorded<ChartId, StoredChart> recorded, Analysis rebuilt) {
        var chart = recorded.value().chart();
        return Stream.of(
                        SubjectChecks.of(exhibit, chart.series()),
                        prompts.of(exhibit, chart),
                        calls(exhibit, recorded),
                        AnswerChecks.of(exhibit.kept(), evidence.answer(ClaimChecks.checked(rebuilt))))
                .flatMap(part -> part);
    }

    private Stream<Check> calls(Exhibit exhibit, Recorded<ChartId, StoredChart> recorded) {
        var question = exhibit.question(recorded);
        var picture = recorded.value().chart().jpeg().sha256();
        return exhibit.kept().calls().stream().flatMap(call -> {
            var checks = new CallChecks(call);
            return Stream.concat(
                    checks.request(exhibit.row().inquiry(), picture), checks.answer(rebuilding.read(question, call)));
        });
    }
}
