package io.candletrace.analysis.rules;

import io.candletrace.analysis.Reading;
import io.candletrace.analysis.ReadingTable;
import io.candletrace.indicator.IndicatedSeries;
import io.candletrace.indicator.Indicator;
import java.util.List;
import java.util.stream.Stream;

/** The values that {@link Confluence} rests on, as far as the chart shows them with the same parameters. */
final class ShownReadings {
    private ShownReadings() {}

    static List<Reading> of(IndicatedSeries chart) {
        var table = ReadingTable.of(chart);
        var names = Stream.of(
                named(chart, Confluence.SUPER_TREND, "SuperTrend"),
                Stream.of("SMA.20"),
                named(chart, Confluence.CONVERGENCE, "MACD.macd", "MACD.signal_line"),
                named(chart, Confluence.STRENGTH, "RSI"));
        return names.flatMap(stream -> stream)
                .flatMap(name -> table.find(name).stream())
                .flatMap(entry -> entry.value().map(value -> new Reading(entry.name(), value)).stream())
                .toList();
    }

    private static Stream<String> named(IndicatedSeries chart, Indicator indicator, String... names) {
        return chart.spec().indicators().contains(indicator) ? Stream.of(names) : Stream.of();
    }
}
