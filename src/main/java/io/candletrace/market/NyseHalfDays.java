package io.candletrace.market;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static java.time.temporal.TemporalAdjusters.dayOfWeekInMonth;

import java.time.LocalDate;
import java.util.Set;

/** The sessions that the New York Stock Exchange ends at 13:00 local time, since 1998. Asked only about days it opens on. */
final class NyseHalfDays {
    /** From this year on it is the Wednesday before a Thursday's July 4 that is short, not the Friday after. */
    private static final int WEDNESDAY_BEFORE_JULY_4 = 2013;

    private static final Set<LocalDate> SHORT_ONCE = Set.of(LocalDate.of(1999, 12, 31), LocalDate.of(2003, 12, 26));

    private NyseHalfDays() {}

    /** Whether this session is short. */
    static boolean includes(LocalDate session) {
        return switch (session.getMonth()) {
            case JULY -> isBesideIndependenceDay(session);
            case NOVEMBER ->
                session.equals(session.with(dayOfWeekInMonth(4, THURSDAY)).plusDays(1));
            case DECEMBER -> session.getDayOfMonth() == 24 || SHORT_ONCE.contains(session);
            default -> false;
        };
    }

    private static boolean isBesideIndependenceDay(LocalDate session) {
        boolean since2013 = session.getYear() >= WEDNESDAY_BEFORE_JULY_4;
        return switch (session.getDayOfMonth()) {
            case 3 -> session.getDayOfWeek() != WEDNESDAY || since2013;
            case 5 -> session.getDayOfWeek() == FRIDAY && !since2013;
            default -> false;
        };
    }
}
