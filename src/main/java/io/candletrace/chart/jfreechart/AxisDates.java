package io.candletrace.chart.jfreechart;

import io.candletrace.market.Bar;
import io.candletrace.market.BarNames;
import io.candletrace.market.BarSeries;
import io.candletrace.market.TradingCalendar;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.IsoFields;
import java.time.temporal.WeekFields;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What begins with the bars of an ordinal axis, and how that is written.
 *
 * @param bars the shown ones
 * @param names of the series' bars
 * @param calendar the instrument's
 */
record AxisDates(List<Bar> bars, BarNames names, TradingCalendar calendar) {
    /** Written out here because a JDK's month names change with its locale data. */
    private static final List<String> MONTHS =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

    /** What begins with a bar; the coarser the earlier. */
    enum Rank {
        YEAR,
        QUARTER,
        MONTH,
        WEEK,
        DAY,
        /** Nothing but the bar itself, within its session. */
        TIME
    }

    /** Of the newest bars of a series. */
    static AxisDates of(BarSeries series, List<Bar> shown) {
        return new AxisDates(shown, BarNames.of(series), series.instrument().calendar());
    }

    int size() {
        return bars.size();
    }

    boolean intraday() {
        return names.timeframe().intraday();
    }

    /** What begins with a bar; with the first one no more than a day, because what was before it is not shown. */
    Rank rank(int index) {
        return index == 0 ? first() : beginning(date(index - 1), date(index));
    }

    private Rank first() {
        return intraday() && !opensItsSession(bars.getFirst()) ? Rank.TIME : Rank.DAY;
    }

    private static Rank beginning(LocalDate before, LocalDate date) {
        if (date.equals(before)) {
            return Rank.TIME;
        }
        if (date.getYear() != before.getYear()) {
            return Rank.YEAR;
        }
        if (date.getMonth() != before.getMonth()) {
            return quarter(date) == quarter(before) ? Rank.MONTH : Rank.QUARTER;
        }
        return week(date) == week(before) ? Rank.DAY : Rank.WEEK;
    }

    /** The month, the day of the month, or the time. */
    String text(int index, Rank rank) {
        return switch (rank) {
            case YEAR, QUARTER, MONTH -> month(date(index));
            case WEEK, DAY -> Integer.toString(date(index).getDayOfMonth());
            case TIME -> time(index).toString();
        };
    }

    /** What of the date a bar's label does not say. */
    String rest(int index, Rank rank) {
        var date = date(index);
        return switch (rank) {
            case YEAR, QUARTER, MONTH -> Integer.toString(date.getYear());
            case WEEK, DAY -> month(date) + " " + date.getYear();
            case TIME -> date.getDayOfMonth() + " " + month(date) + " " + date.getYear();
        };
    }

    /** The session's date. */
    LocalDate date(int index) {
        return bars.get(index).sessionDate();
    }

    /** When a bar opens, in the market's zone. */
    LocalTime time(int index) {
        return LocalTime.ofInstant(bars.get(index).opensAt(), names.zone());
    }

    /** Where the times on the axis are told; empty when there are none. */
    Optional<String> zone() {
        return intraday() ? Optional.of("times in " + names.zoneName()) : Optional.empty();
    }

    /** The bars with which something of this rank, or coarser, begins, but for the first of all. */
    IntStream beginnings(Rank least) {
        return IntStream.range(1, size()).filter(index -> rank(index).compareTo(least) <= 0);
    }

    private boolean opensItsSession(Bar bar) {
        return calendar.session(bar.sessionDate())
                .filter(session -> session.opensAt().equals(bar.opensAt()))
                .isPresent();
    }

    private static String month(LocalDate date) {
        return MONTHS.get(date.getMonthValue() - 1);
    }

    private static int quarter(LocalDate date) {
        return date.get(IsoFields.QUARTER_OF_YEAR);
    }

    private static int week(LocalDate date) {
        return date.get(WeekFields.ISO.weekOfWeekBasedYear());
    }
}
