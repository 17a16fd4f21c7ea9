package io.candletrace.testing;

import io.candletrace.market.Session;
import io.candletrace.market.Timeframe;
import io.candletrace.market.TradingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/** Every UTC day is a session; only the daily timeframe exists. */
public final class EveryDayCalendar implements TradingCalendar {
    @Override
    public String id() {
        return "every-day";
    }

    @Override
    public ZoneId zone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Optional<Session> session(LocalDate date) {
        return Optional.of(day(date));
    }

    @Override
    public Optional<Session> period(Timeframe timeframe, LocalDate date) {
        return session(date);
    }

    @Override
    public Session lastClosed(Timeframe timeframe, Instant asOf) {
        return day(asOf.atZone(ZoneOffset.UTC).toLocalDate().minusDays(1));
    }

    @Override
    public Session following(Timeframe timeframe, LocalDate date) {
        return day(date.plusDays(1));
    }

    private static Session day(LocalDate date) {
        return new Session(
                date,
                date.atStartOfDay(ZoneOffset.UTC).toInstant(),
                date.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    }
}
