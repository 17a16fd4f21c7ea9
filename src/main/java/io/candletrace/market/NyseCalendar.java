package io.candletrace.market;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * The New York Stock Exchange: 09:30 to 16:00 in New York, to 13:00 on a half day, with the holidays and closures of 1998 to
 * 2035. Before 1998 the same rules are applied, which misses that era's own closures; nothing is said about the time after
 * 2035 but that today's rules still hold.
 */
public record NyseCalendar() implements TradingCalendar {
    /** Its id: the exchange's MIC. */
    public static final String ID = "XNYS";

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final LocalTime OPEN = LocalTime.of(9, 30);
    private static final LocalTime CLOSE = LocalTime.of(16, 0);
    private static final LocalTime EARLY_CLOSE = LocalTime.of(13, 0);

    @Override
    public String id() {
        return ID;
    }

    @Override
    public ZoneId zone() {
        return NEW_YORK;
    }

    @Override
    public Optional<Session> session(LocalDate date) {
        if (isWeekend(date) || NyseHolidays.closes(date)) {
            return Optional.empty();
        }
        var close = NyseHalfDays.includes(date) ? EARLY_CLOSE : CLOSE;
        return Optional.of(new Session(
                date,
                date.atTime(OPEN).atZone(NEW_YORK).toInstant(),
                date.atTime(close).atZone(NEW_YORK).toInstant()));
    }

    private static boolean isWeekend(LocalDate date) {
        return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
