package io.candletrace.feed;

import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.market.Adjustment;
import io.candletrace.market.Bar;
import io.candletrace.market.BarAggregation;
import io.candletrace.market.BarSeries;
import io.candletrace.market.Session;
import java.util.List;

/**
 * What a feed that has daily bars knows about one instrument, and how a request is answered from it.
 *
 * @param source the feed's name
 * @param name what people know this history as: a file's name
 * @param adjustment what the prices were corrected for
 * @param daily on sessions of the instrument's calendar, oldest first; may be empty
 */
public record DailyHistory(String source, String name, Adjustment adjustment, List<Bar> daily) {
    public DailyHistory {
        daily = List.copyOf(daily);
    }

    /**
     * The newest bars closed by the request's {@code asOf}. Fails with {@code BAR_NOT_AVAILABLE} when the last of them is not
     * the one that the calendar expects.
     */
    public BarSeries answer(BarRequest request) {
        var calendar = request.instrument().calendar();
        var bars = BarAggregation.aggregate(daily, request.timeframe(), calendar, request.asOf());
        var expected = calendar.lastClosed(request.timeframe(), request.asOf());
        if (bars.isEmpty() || !bars.getLast().closesAt().equals(expected.closesAt())) {
            throw new ServiceException(FailureReason.BAR_NOT_AVAILABLE, missing(request, expected));
        }
        var newest = bars.subList(Math.max(0, bars.size() - request.bars()), bars.size());
        return new BarSeries(
                request.instrument(),
                request.timeframe(),
                source,
                adjustment,
                request.asOf(),
                newest,
                new Inspection(calendar, newest).findings(daily));
    }

    private String missing(BarRequest request, Session expected) {
        var found = daily.isEmpty()
                ? "has no bars"
                : "has daily bars from " + daily.getFirst().sessionDate() + " to "
                        + daily.getLast().sessionDate();
        return "as of " + request.asOf() + " the last " + request.timeframe().code() + " bar of "
                + request.instrument().symbol() + " should be the one of " + expected.date() + ", closed at "
                + expected.closesAt() + ", but " + name + " " + found;
    }
}
