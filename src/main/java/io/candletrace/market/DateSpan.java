package io.candletrace.market;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.stream.Stream;

/**
 * The dates that one period of a timeframe, daily or longer, covers, whether the market trades on them or not.
 *
 * @param first inclusive
 * @param last inclusive
 */
record DateSpan(LocalDate first, LocalDate last) {
    /** The span that contains a date: the day, its ISO week or its calendar month. */
    static DateSpan of(Timeframe timeframe, LocalDate date) {
        return switch (timeframe) {
            case WEEKLY -> {
                var monday = date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                yield new DateSpan(monday, monday.plusDays(6));
            }
            case MONTHLY -> new DateSpan(date.withDayOfMonth(1), date.with(TemporalAdjusters.lastDayOfMonth()));
            case ONE_MINUTE, FIVE_MINUTES, FIFTEEN_MINUTES, THIRTY_MINUTES, ONE_HOUR, FOUR_HOURS, DAILY ->
                new DateSpan(date, date);
        };
    }

    LocalDate dayBefore() {
        return first.minusDays(1);
    }

    LocalDate dayAfter() {
        return last.plusDays(1);
    }

    Stream<LocalDate> forwards() {
        return first.datesUntil(dayAfter());
    }

    Stream<LocalDate> backwards() {
        return Stream.iterate(last, date -> !date.isBefore(first), date -> date.minusDays(1));
    }
}
