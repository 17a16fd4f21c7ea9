package io.candletrace.market;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/** The bars of a session that are shorter than it: counted from its open, the last one cut at its close. */
final class IntradayGrid {
    private IntradayGrid() {}

    /** The bar that a moment of the session lies in. */
    static Session at(Session session, Timeframe timeframe, Instant moment) {
        long index = Duration.between(session.opensAt(), moment).dividedBy(timeframe.length());
        return bar(session, timeframe, index);
    }

    static Session lastClosed(TradingCalendar calendar, Timeframe timeframe, Instant asOf) {
        var session = calendar.session(LocalDate.ofInstant(asOf, calendar.zone()));
        return session.filter(today -> !bar(today, timeframe, 0).closesAt().isAfter(asOf))
                .map(today -> lastClosed(today, timeframe, asOf))
                .orElseGet(() -> last(calendar.lastClosed(Timeframe.DAILY, asOf), timeframe));
    }

    static Session next(TradingCalendar calendar, Timeframe timeframe, Session bar) {
        return calendar.periodAt(timeframe, bar.closesAt())
                .orElseGet(() -> bar(calendar.following(Timeframe.DAILY, bar.date()), timeframe, 0));
    }

    private static Session lastClosed(Session session, Timeframe timeframe, Instant asOf) {
        if (!session.closesAt().isAfter(asOf)) {
            return last(session, timeframe);
        }
        long closed = Duration.between(session.opensAt(), asOf).dividedBy(timeframe.length());
        return bar(session, timeframe, closed - 1);
    }

    private static Session last(Session session, Timeframe timeframe) {
        return at(session, timeframe, session.closesAt().minusNanos(1));
    }

    private static Session bar(Session session, Timeframe timeframe, long index) {
        var opensAt = session.opensAt().plus(timeframe.length().multipliedBy(index));
        var closesAt = opensAt.plus(timeframe.length());
        return new Session(
                session.date(), opensAt, closesAt.isAfter(session.closesAt()) ? session.closesAt() : closesAt);
    }
}
