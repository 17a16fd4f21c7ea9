package io.candletrace.launch;

import io.candletrace.journal.ChartRecord;
import io.candletrace.journal.ChartUrls;
import io.candletrace.journal.SignalRecord;
import io.candletrace.lineage.ChartId;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** What the demo decided, as text. */
final class DemoTable {
    private static final String LINE = "  %-10s %-7s %-11s %-6s %s";

    private final List<SignalRecord> signals;
    private final List<ChartRecord> charts;
    private final ChartUrls urls;

    DemoTable(List<SignalRecord> signals, List<ChartRecord> charts, ChartUrls urls) {
        this.signals = signals;
        this.charts = charts;
        this.urls = urls;
    }

    /** One line a chart under a heading, symbols in alphabetical order. */
    String text() {
        return charts.stream()
                .map(ChartRecord::subject)
                .sorted(Comparator.comparing(ChartRecord.Subject::symbol).thenComparing(ChartRecord.Subject::id))
                .map(this::line)
                .collect(Collectors.joining(
                        "\n", String.format(LINE, "symbol", "signal", "confidence", "chart", "address") + "\n", ""));
    }

    private String line(ChartRecord.Subject chart) {
        var signal = signals.stream()
                .filter(candidate -> candidate.subject().symbol().equals(chart.symbol()))
                .findFirst();
        return String.format(
                LINE,
                chart.symbol(),
                signal.map(found -> found.decision().signalType()).orElse("none"),
                signal.flatMap(found -> found.decision().confidence())
                        .map(BigDecimal::stripTrailingZeros)
                        .map(BigDecimal::toPlainString)
                        .orElse("-"),
                chart.timeframe(),
                urls.html(new ChartId(chart.id())));
    }
}
