package io.candletrace.market;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.temporal.TemporalAdjusters.dayOfWeekInMonth;
import static java.time.temporal.TemporalAdjusters.lastInMonth;
import static java.time.temporal.TemporalAdjusters.previous;

import java.time.LocalDate;
import java.time.Month;
import java.util.Set;

/** The weekdays on which the New York Stock Exchange stays closed: its rule 7.2 and the closures of single days since 1998. */
final class NyseHolidays {
    private static final int FIRST_KING_DAY = 1998;
    private static final int FIRST_JUNETEENTH = 2022;

    private static final Set<LocalDate> CLOSED_ONCE = Set.of(
            // The attacks of September 11
            LocalDate.of(2001, 9, 11),
            LocalDate.of(2001, 9, 12),
            LocalDate.of(2001, 9, 13),
            LocalDate.of(2001, 9, 14),
            // Mourning: Reagan, Ford, G. H. W. Bush, Carter
            LocalDate.of(2004, 6, 11),
            LocalDate.of(2007, 1, 2),
            LocalDate.of(2018, 12, 5),
            LocalDate.of(2025, 1, 9),
            // Hurricane Sandy
            LocalDate.of(2012, 10, 29),
            LocalDate.of(2012, 10, 30));

    private NyseHolidays() {}

    /** Whether the exchange is closed on this weekday. */
    static boolean closes(LocalDate weekday) {
        return isHoliday(weekday) || CLOSED_ONCE.contains(weekday);
    }

    private static boolean isHoliday(LocalDate date) {
        return switch (date.getMonth()) {
            case JANUARY -> isNewYearsDay(date) || isKingDay(date);
            case FEBRUARY -> date.equals(date.with(dayOfWeekInMonth(3, MONDAY)));
            case MARCH, APRIL -> date.equals(goodFriday(date.getYear()));
            case MAY -> date.equals(date.with(lastInMonth(MONDAY)));
            case JUNE -> date.getYear() >= FIRST_JUNETEENTH && isObserved(date, Month.JUNE, 19);
            case JULY -> isObserved(date, Month.JULY, 4);
            case SEPTEMBER -> date.equals(date.with(dayOfWeekInMonth(1, MONDAY)));
            case NOVEMBER -> date.equals(date.with(dayOfWeekInMonth(4, THURSDAY)));
            case DECEMBER -> isObserved(date, Month.DECEMBER, 25);
            case AUGUST, OCTOBER -> false;
        };
    }

    /** A New Year's Day on a Saturday is not made up for: the Friday before ends the accounting year. */
    private static boolean isNewYearsDay(LocalDate date) {
        return date.getDayOfMonth() == 1 || date.getDayOfMonth() == 2 && date.getDayOfWeek() == MONDAY;
    }

    private static boolean isKingDay(LocalDate date) {
        return date.getYear() >= FIRST_KING_DAY && date.equals(date.with(dayOfWeekInMonth(3, MONDAY)));
    }

    private static boolean isObserved(LocalDate date, Month month, int day) {
        var holiday = LocalDate.of(date.getYear(), month, day);
        if (holiday.getDayOfWeek() == SATURDAY) {
            return date.equals(holiday.minusDays(1));
        }
        return date.equals(holiday.getDayOfWeek() == SUNDAY ? holiday.plusDays(1) : holiday);
    }

    /** Two days before Easter Sunday by the anonymous Gregorian computus (Nature, 20 April 1876). */
    private static LocalDate goodFriday(int year) {
        int golden = year % 19;
        int century = year / 100;
        int yearOfCentury = year % 100;
        int lunarCorrection = (century - (century + 8) / 25 + 1) / 3;
        int epact = (19 * golden + century - century / 4 - lunarCorrection + 15) % 30;
        int weekday = (32 + 2 * (century % 4) + 2 * (yearOfCentury / 4) - epact - yearOfCentury % 4) % 7;
        int shift = (golden + 11 * epact + 22 * weekday) / 451;
        int monthAndDay = epact + weekday - 7 * shift + 114;
        return LocalDate.of(year, monthAndDay / 31, monthAndDay % 31 + 1).with(previous(FRIDAY));
    }
}
