package io.candletrace.market;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/** When a market trades. Bar times come from here, and go into hashes, so a calendar's past never changes. */
public interface TradingCalendar {
    /** Its id: an exchange's MIC ({@code XNYS}), or {@code 24/7}. */
    String id();

    /** The zone its session dates are of. */
    ZoneId zone();

    /** The session of a date; empty when the market is closed all day. */
    Optional<Session> session(LocalDate date);

    /**
     * The bar period, daily or longer, that contains a date: that day's session, or the first session's open to the last
     * session's close of its ISO week or calendar month. Its date is that of its first session. Empty when there is no session
     * in it.
     */
    default Optional<Session> period(Timeframe timeframe, LocalDate date) {
        if (timeframe == Timeframe.DAILY) {
            return session(date);
        }
        var span = DateSpan.of(timeframe, date);
        var first = span.forwards().flatMap(day -> session(day).stream()).findFirst();
        var last = span.backwards().flatMap(day -> session(day).stream()).findFirst();
        return first.flatMap(from -> last.map(to -> new Session(from.date(), from.opensAt(), to.closesAt())));
    }

    /** The bar period that a moment of trading lies in; the close is of the next one. Empty when the market is closed then. */
    default Optional<Session> periodAt(Timeframe timeframe, Instant moment) {
        var session = session(LocalDate.ofInstant(moment, zone()))
                .filter(open -> !moment.isBefore(open.opensAt()) && moment.isBefore(open.closesAt()));
        return timeframe.intraday()
                ? session.map(open -> IntradayGrid.at(open, timeframe, moment))
                : session.flatMap(open -> period(timeframe, open.date()));
    }

    /**
     * The last period that has closed by an instant (a close at that very instant counts). Its date is that of its first
     * session.
     */
    default Session lastClosed(Timeframe timeframe, Instant asOf) {
        if (timeframe.intraday()) {
            return IntradayGrid.lastClosed(this, timeframe, asOf);
        }
        var span = DateSpan.of(timeframe, LocalDate.ofInstant(asOf, zone()));
        while (true) {
            var period = period(timeframe, span.first());
            if (period.isPresent() && !period.get().closesAt().isAfter(asOf)) {
                return period.get();
            }
            span = DateSpan.of(timeframe, span.dayBefore());
        }
    }

    /** The period, daily or longer, that opens first after the one that contains this date. */
    default Session following(Timeframe timeframe, LocalDate date) {
        var span = DateSpan.of(timeframe, date);
        while (true) {
            span = DateSpan.of(timeframe, span.dayAfter());
            var period = period(timeframe, span.first());
            if (period.isPresent()) {
                return period.get();
            }
        }
    }

    /** The period after this one. */
    default Session next(Timeframe timeframe, Session period) {
        return timeframe.intraday() ? IntradayGrid.next(this, timeframe, period) : following(timeframe, period.date());
    }

    /** The period so many before this one; itself for 0. */
    default Session back(Timeframe timeframe, Session period, int periods) {
        var earlier = period;
        for (int i = 0; i < periods; i++) {
            earlier = lastClosed(timeframe, earlier.opensAt());
        }
        return earlier;
    }
}
