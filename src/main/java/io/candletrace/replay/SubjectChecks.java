package io.candletrace.replay;

import io.candletrace.indicator.IndicatedSeries;
import java.util.stream.Stream;

/** Holds what a row says it is about against the bars and indicators of its chart's snapshot. */
final class SubjectChecks {
    private SubjectChecks() {}

    static Stream<Check> of(Exhibit exhibit, IndicatedSeries indicated) {
        var subject = exhibit.row().subject();
        var series = indicated.series();
        var about = Stream.of(
                Check.kept("symbol", series.instrument().symbol(), subject.symbol()),
                Check.kept("timeframe", series.timeframe().code(), subject.timeframe()),
                Check.kept("source", series.source(), subject.source()),
                Check.kept("as_of", series.asOf(), subject.asOf()),
                Check.kept("last_bar_closed_at", series.last().closesAt(), subject.lastBarClosedAt()),
                Check.kept("horizon_bars", exhibit.strategy().horizonBars(), subject.horizonBars()));
        return Stream.concat(
                about,
                Check.fields(
                        "indicators_metadata",
                        indicated.metadata(),
                        exhibit.row().inquiry().indicatorsMetadata()));
    }
}
