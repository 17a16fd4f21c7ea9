package io.candletrace.feed;

import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.inspection.SeriesInspection;
import io.candletrace.market.Bar;
import io.candletrace.market.BarAggregation;
import io.candletrace.market.BarSeries;
import io.candletrace.market.Finding;
import io.candletrace.market.Session;
import io.candletrace.market.Timeframe;
import java.util.List;

/**
 * How one source answers a request: which of its bars are needed, and what is made of them.
 *
 * @param source who answers
 * @param request what for
 * @param base the timeframe of the bars that the source delivers
 * @param expected the period that the series must end with, by the calendar
 */
record SeriesPlan(BarSource source, BarRequest request, Timeframe base, Session expected) {

    /** The plan for a source. Fails with {@code IMPOSSIBLE_REQUEST} when it has no such bars. */
    static SeriesPlan of(BarSource source, BarRequest request) {
        var base = source.base(request.timeframe())
                .orElseThrow(() ->
                        BarFeed.impossible("the source " + source.profile().name() + " has no "
                                + request.timeframe().code() + " bars"));
        var calendar = request.instrument().value().calendar();
        return new SeriesPlan(source, request, base, calendar.lastClosed(request.timeframe(), request.asOf()));
    }

    /** From the open of the first bar wanted to the close of the last one. */
    BarRange range() {
        var instrument = request.instrument().value();
        var first = instrument.calendar().back(request.timeframe(), expected, request.bars() - 1);
        return new BarRange(instrument, base, first.opensAt(), expected.closesAt());
    }

    /** The series made of the bars of the range. Fails with {@code BAR_NOT_AVAILABLE} when the last one is missing. */
    BarSeries series(BarBatch batch) {
        var instrument = request.instrument().value();
        var bars = BarAggregation.aggregate(batch.bars(), request.timeframe(), instrument.calendar(), request.asOf());
        if (bars.isEmpty() || !bars.getLast().closesAt().equals(expected.closesAt())) {
            throw new ServiceException(FailureReason.BAR_NOT_AVAILABLE, missing(batch.bars()));
        }
        return new BarSeries(
                instrument,
                request.timeframe(),
                source.profile().name(),
                source.profile().adjustment(),
                request.asOf(),
                bars,
                findings(batch, bars));
    }

    private List<Finding> findings(BarBatch batch, List<Bar> bars) {
        var calendar = request.instrument().value().calendar();
        var used = batch.bars().stream()
                .filter(bar -> !bar.opensAt().isBefore(bars.getFirst().opensAt()))
                .toList();
        return new SeriesInspection(calendar, base, used)
                .findings().stream().map(finding -> about(finding, bars)).toList();
    }

    /** A finding about a part of a bar is about that bar. */
    private Finding about(Finding finding, List<Bar> bars) {
        return bars.reversed().stream()
                .filter(bar -> !finding.isBefore(bar))
                .findFirst()
                .map(bar -> finding.about(bar, request.timeframe()))
                .orElse(finding);
    }

    private String missing(List<Bar> found) {
        var has = found.isEmpty()
                ? "has no bars"
                : "has " + base.code() + " bars from " + found.getFirst().sessionDate() + " to "
                        + found.getLast().sessionDate();
        return "as of " + request.asOf() + " the last " + request.timeframe().code() + " bar of "
                + request.instrument().value().symbol() + " should be the one of " + expected.date() + ", closed at "
                + expected.closesAt() + ", but " + source.profile().name() + " " + has;
    }
}
