package io.candletrace.prompt;

import io.candletrace.market.Bar;
import io.candletrace.market.BarNames;
import io.candletrace.market.BarSeries;
import io.candletrace.market.Finding;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The variables of a template, by name: texts, numbers and one flag. */
final class PromptVariables {
    private static final int TABLE_BARS = 30;
    private static final int FINDINGS = 20;
    private static final String WITHHELD =
            "(left out: the terms of the source do not allow its numbers to be passed on; the chart shows them)";
    private static final int NAME_LENGTH = 100;
    private static final int DESCRIPTION_LENGTH = 2_000;
    private static final int FINDING_LENGTH = 200;

    /** Every name that a template may use. */
    static final Set<String> NAMES = Set.of(
            "symbol",
            "exchange",
            "currency",
            "timeframe",
            "as_of",
            "time_zone",
            "bar_count",
            "horizon_bars",
            "synthetic",
            "last_date",
            "last_open",
            "last_high",
            "last_low",
            "last_close",
            "last_volume",
            "indicators",
            "bars",
            "findings",
            "strategy_name",
            "strategy_description");

    private PromptVariables() {}

    /** The values of all names. */
    static Map<String, Object> of(PromptFacts facts) {
        var values = new LinkedHashMap<String, Object>();
        putSeries(values, facts.series().series());
        var names = BarNames.of(facts.series().series());
        putLast(values, facts.series().series().last(), names);
        values.put("bar_count", facts.series().displayed());
        values.put("horizon_bars", facts.horizonBars());
        values.put("indicators", Readings.table(facts.readings()));
        values.put(
                "bars", facts.barsWithheld() ? WITHHELD : table(facts.series().displayedBars(), names));
        values.put("findings", findings(facts.series().series().findings(), names));
        values.put("strategy_name", OutsideText.quoted("strategy_name", facts.strategyName(), NAME_LENGTH));
        values.put(
                "strategy_description",
                OutsideText.quoted("strategy_description", facts.strategyDescription(), DESCRIPTION_LENGTH));
        return values;
    }

    private static void putSeries(Map<String, Object> values, BarSeries series) {
        values.put("symbol", series.instrument().symbol().value());
        values.put("exchange", OutsideText.line(series.instrument().exchange(), NAME_LENGTH));
        values.put("currency", OutsideText.line(series.instrument().currency(), NAME_LENGTH));
        values.put("timeframe", series.timeframe().code());
        values.put("as_of", series.asOf().toString());
        values.put("synthetic", series.synthetic());
    }

    private static void putLast(Map<String, Object> values, Bar last, BarNames names) {
        values.put("time_zone", names.zoneName());
        values.put("last_date", names.name(last));
        values.put("last_open", plain(last.open()));
        values.put("last_high", plain(last.high()));
        values.put("last_low", plain(last.low()));
        values.put("last_close", plain(last.close()));
        values.put("last_volume", plain(last.volume()));
    }

    private static String table(List<Bar> displayed, BarNames names) {
        var heading = (names.timeframe().intraday() ? "time" : "date") + ",open,high,low,close,volume\n";
        return displayed.stream()
                .skip(Math.max(0, displayed.size() - TABLE_BARS))
                .map(bar -> row(bar, names))
                .collect(Collectors.joining("\n", heading, ""));
    }

    private static String row(Bar bar, BarNames names) {
        return String.join(
                ",",
                names.name(bar),
                plain(bar.open()),
                plain(bar.high()),
                plain(bar.low()),
                plain(bar.close()),
                plain(bar.volume()));
    }

    private static String findings(List<Finding> findings, BarNames names) {
        var told = findings.stream()
                .limit(FINDINGS)
                .map(finding -> "- " + names.name(finding) + " " + finding.code() + ": "
                        + OutsideText.line(finding.detail(), FINDING_LENGTH))
                .collect(Collectors.joining("\n"));
        if (findings.size() > FINDINGS) {
            return told + "\n- and " + (findings.size() - FINDINGS) + " more";
        }
        return told.isEmpty() ? "none" : told;
    }

    private static String plain(BigDecimal value) {
        return value.toPlainString();
    }
}
