package io.candletrace.page;

import io.candletrace.journal.Archive.Lineage;
import io.candletrace.journal.SignalRecord;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The page of a signal.
 *
 * @param head what it says
 * @param deciding the chart that was decided on
 * @param others charts of the other analyses
 * @param levels where to enter, stop and take profit; empty for HOLD
 * @param voided why it was voided; empty when it was not
 * @param outcomes what became of it; empty when nobody looks
 */
public record SignalPage(
        SignalCard head,
        long executionId,
        String reasoning,
        String voided,
        ChartPart deciding,
        List<ChartPart> others,
        List<Fact> facts,
        List<Fact> levels,
        List<OutcomePart> outcomes,
        List<AnalysisPart> analyses,
        List<StepRow> steps) {

    static SignalPage of(Lineage lineage, Optional<OutcomePart> outcome) {
        var signal = lineage.signal();
        var charts = lineage.charts().stream().map(ChartPart::of).toList();
        var decidedOn = signal.subject().chartId();
        return new SignalPage(
                SignalCard.of(signal),
                signal.subject().executionId(),
                signal.decision().reasoning(),
                lineage.voided()
                        .map(voided -> voided.reason() + " (" + Words.time(voided.at()) + ")")
                        .orElse(""),
                charts.stream()
                        .filter(chart -> chart.id() == decidedOn)
                        .findFirst()
                        .orElseThrow(),
                charts.stream().filter(chart -> chart.id() != decidedOn).toList(),
                facts(lineage),
                levels(signal),
                outcome.stream().toList(),
                lineage.citations().stream().map(AnalysisPart::of).toList(),
                lineage.steps().stream().map(StepRow::of).toList());
    }

    /** Every chart, the deciding one first. */
    public List<ChartPart> charts() {
        return Stream.concat(Stream.of(deciding), others.stream()).toList();
    }

    private static List<Fact> facts(Lineage lineage) {
        var signal = lineage.signal();
        var subject = signal.subject();
        var decision = signal.decision();
        return List.of(
                new Fact("Trend", decision.trend()),
                new Fact(confidenceName(lineage), Words.percent(decision.confidence())),
                new Fact("Decides", Words.timeframe(decision.timeframePrimary())),
                new Fact(
                        "Heard",
                        decision.timeframeConfirmation().map(Words::timeframe).orElse(Words.NONE)),
                new Fact("Horizon", decision.horizonBars() + " bars"),
                new Fact("As of", Words.time(subject.asOf())),
                new Fact("Last bar closed", Words.time(subject.lastBarClosedAt())),
                new Fact("Decided", Words.time(subject.decidedAt())),
                new Fact("Expires", Words.time(subject.expiresAt())),
                new Fact("Status", subject.status()),
                new Fact("Strategy", subject.strategy()),
                new Fact("Source", subject.source()));
    }

    /** A score when nobody but the baseline decided. */
    private static String confidenceName(Lineage lineage) {
        var names = lineage.citations().stream()
                .filter(citation -> citation.role().equals("decides"))
                .map(citation -> AnalysisPart.confidenceName(citation.analysis()))
                .distinct()
                .toList();
        return names.size() == 1 ? names.getFirst() : "Confidence";
    }

    private static List<Fact> levels(SignalRecord signal) {
        var levels = signal.levels();
        return levels.stopLoss().isEmpty()
                ? List.of()
                : List.of(
                        new Fact("Entry from", Words.price(levels.entryPriceLow())),
                        new Fact("Entry to", Words.price(levels.entryPriceHigh())),
                        new Fact("Stop loss", Words.price(levels.stopLoss())),
                        new Fact(
                                "Nearer target",
                                Words.price(levels.targetConservative()) + " "
                                        + Words.multiple(levels.rMultipleConservative())),
                        new Fact(
                                "Farther target",
                                Words.price(levels.targetAggressive()) + " "
                                        + Words.multiple(levels.rMultipleAggressive())));
    }
}
