package io.candletrace.prompt;

import io.candletrace.market.Bar;
import io.candletrace.market.BarNames;
import io.candletrace.market.Finding;
import java.math.BigDecimal;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The facts that take several lines. */
final class FactTexts {
    private static final int TABLE_BARS = 30;
    private static final int FINDINGS = 20;
    private static final int FINDING_LENGTH = 200;
    private static final String WITHHELD =
            "(left out: the terms of the source do not allow its numbers to be passed on; the chart shows them)";

    private FactTexts() {}

    /** The newest of the displayed bars, oldest first, under a heading; or that they are withheld. */
    static String bars(PromptFacts facts) {
        if (facts.barsWithheld()) {
            return WITHHELD;
        }
        var displayed = facts.series().displayedBars();
        var names = BarNames.of(facts.series().series());
        var heading = (names.timeframe().intraday() ? "time" : "date") + ",open,high,low,close,volume\n";
        return displayed.stream()
                .skip(Math.max(0, displayed.size() - TABLE_BARS))
                .map(bar -> row(bar, names))
                .collect(Collectors.joining("\n", heading, ""));
    }

    /** The first of the findings, one a line, between tags. */
    static String findings(PromptFacts facts) {
        var findings = facts.series().series().findings();
        if (findings.isEmpty()) {
            return OutsideText.quotedLine("findings", "none", FINDING_LENGTH);
        }
        var names = BarNames.of(facts.series().series());
        var told = findings.stream().limit(FINDINGS).map(finding -> line(finding, names));
        var untold = findings.size() > FINDINGS
                ? Stream.of("- and " + (findings.size() - FINDINGS) + " more")
                : Stream.<String>empty();
        return OutsideText.quotedLines("findings", Stream.concat(told, untold).toList());
    }

    private static String line(Finding finding, BarNames names) {
        return "- " + names.name(finding) + " " + finding.code() + ": "
                + OutsideText.line(finding.detail(), FINDING_LENGTH);
    }

    private static String row(Bar bar, BarNames names) {
        var prices = Stream.of(bar.open(), bar.high(), bar.low(), bar.close(), bar.volume())
                .map(BigDecimal::toPlainString);
        return Stream.concat(Stream.of(names.name(bar)), prices).collect(Collectors.joining(","));
    }
}
