package io.candletrace.market;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/** A market that never closes: a session is a UTC day, and a week closes on Monday at 00:00 UTC. */
public record AlwaysOpenCalendar() implements TradingCalendar {
    /** Its id. */
    public static final String ID = "24/7";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public ZoneId zone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Optional<Session> session(LocalDate date) {
        var opensAt = date.atStartOfDay(ZoneOffset.UTC);
        return Optional.of(
                new Session(date, opensAt.toInstant(), opensAt.plusDays(1).toInstant()));
    }
}
