package io.candletrace.feed;

import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.market.Bar;
import io.candletrace.market.BarAggregation;
import io.candletrace.market.BarSeries;
import io.candletrace.market.Instrument;
import io.candletrace.market.Session;
import io.candletrace.market.Timeframe;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How one source answers a request: which of its bars are needed, and what is made of them.
 *
 * @param source who answers
 * @param request what for, the instrument resolved by the source
 * @param base the timeframe of the bars that the source delivers
 * @param expected the period that the series must end with, by the calendar
 */
record SeriesPlan(BarSource source, BarRequest request, Timeframe base, Session expected) {

    /** The plan for a source. Fails with {@code IMPOSSIBLE_REQUEST} when it has no such bars, or cannot adjust them so. */
    static SeriesPlan of(BarSource source, BarRequest request) {
        var profile = source.profile();
        var base = source.base(request.timeframe())
                .orElseThrow(() -> impossible("the source " + profile.name() + " has no "
                        + request.timeframe().code() + " bars"));
        if (!profile.delivers(request.adjustment())) {
            throw impossible("the bars of " + profile.name() + " are "
                    + profile.adjustment().code() + ", " + request.adjustment().code() + " was asked for");
        }
        var calendar = request.instrument().value().calendar();
        return new SeriesPlan(source, request, base, calendar.lastClosed(request.timeframe(), request.asOf()));
    }

    Instrument instrument() {
        return request.instrument().value();
    }

    /** From the open of the first bar wanted to the close of the last one. */
    BarRange range() {
        var first = instrument().calendar().back(request.timeframe(), expected, request.bars() - 1);
        return new BarRange(instrument(), base, first.opensAt(), expected.closesAt());
    }

    /** Whether the last bar closed so recently that it may still come. */
    boolean worthWaiting(Instant now, Duration patience) {
        return source.profile().live() && now.isBefore(expected.closesAt().plus(patience));
    }

    /**
     * The series made of the bars of the range. Fails with {@code BAR_NOT_AVAILABLE} when the last one is missing, and with
     * {@code UNADJUSTED_SPLIT} or {@code BARS_INVALID} when something was found that forbids its use.
     *
     * @param known splits and dividends in effect by the request's {@code asOf}
     */
    BarSeries series(BarBatch batch, List<CorporateAction> known) {
        var own = batch.bars().stream().filter(this::isOwn).toList();
        var assembly = new Assembly(this, own, known);
        var bars = BarAggregation.aggregate(
                assembly.adjusted(), request.timeframe(), instrument().calendar(), request.asOf());
        if (bars.isEmpty() || !bars.getLast().closesAt().equals(expected.closesAt())) {
            throw new ServiceException(FailureReason.BAR_NOT_AVAILABLE, missing(own));
        }
        return new BarSeries(
                instrument(),
                request.timeframe(),
                source.profile().name(),
                request.adjustment(),
                request.asOf(),
                bars,
                assembly.findings(bars, batch.findings()));
    }

    /** Of the ticker's owner, not of one before. */
    private boolean isOwn(Bar bar) {
        return instrument()
                .since()
                .map(first -> !bar.sessionDate().isBefore(first))
                .orElse(true);
    }

    private String missing(List<Bar> found) {
        var has = found.isEmpty()
                ? "has no bars"
                : "has " + base.code() + " bars from " + found.getFirst().sessionDate() + " to "
                        + found.getLast().sessionDate();
        return "as of " + request.asOf() + " the last " + request.timeframe().code() + " bar of "
                + instrument().symbol() + " should be the one of " + expected.date() + ", closed at "
                + expected.closesAt() + ", but " + source.profile().name() + " " + has;
    }

    private static ServiceException impossible(String detail) {
        return new ServiceException(FailureReason.IMPOSSIBLE_REQUEST, detail);
    }
}
