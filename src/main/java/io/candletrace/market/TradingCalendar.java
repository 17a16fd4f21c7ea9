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

    /** The bar period that contains a date: that day's session, or the sessions of its ISO week or calendar month. */
    Optional<Session> period(Timeframe timeframe, LocalDate date);

    /**
     * The last period that has closed by an instant (a close at that very instant counts). Its date is that of its first
     * session.
     */
    Session lastClosed(Timeframe timeframe, Instant asOf);

    /** The first period that opens after the one that contains this date. */
    Session following(Timeframe timeframe, LocalDate date);
}
