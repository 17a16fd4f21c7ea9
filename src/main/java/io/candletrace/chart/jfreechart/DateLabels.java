package io.candletrace.chart.jfreechart;

import io.candletrace.market.Bar;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.WeekFields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/** Which bars of an ordinal axis carry a date: first where years begin, then quarters, months, weeks, days, where there is room. */
final class DateLabels {
    /** Written out here because a JDK's month names change with its locale data. */
    private static final List<String> MONTHS =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

    private static final double BARS_PER_DAY_LABEL = 2.6;

    private final List<Bar> bars;
    private final IntToDoubleFunction x;
    private final double spacing;
    private final List<DateLabel> placed = new ArrayList<>();

    /**
     * A labelled bar.
     *
     * @param index of the bar
     * @param text the month, or the day of the month
     * @param rank what begins with this bar
     */
    record DateLabel(int index, String text, Rank rank) {}

    /** What begins with a bar; the coarser the earlier. */
    enum Rank {
        YEAR,
        QUARTER,
        MONTH,
        WEEK,
        DAY
    }

    private DateLabels(List<Bar> bars, IntToDoubleFunction x, double spacing) {
        this.bars = bars;
        this.x = x;
        this.spacing = spacing;
    }

    /** Labels from left to right, at least {@code spacing} px apart; {@code x} tells where a bar is. */
    static List<DateLabel> of(List<Bar> bars, IntToDoubleFunction x, double spacing) {
        var labels = new DateLabels(bars, x, spacing);
        for (var rank : Rank.values()) {
            if (rank != Rank.DAY || labels.roomForDays()) {
                labels.place(rank);
            }
        }
        labels.placed.sort(Comparator.comparingInt(DateLabel::index));
        return labels.placed;
    }

    /** The year, and the month with it where the label above is only a day. */
    static String yearOf(LocalDate date, Rank rank) {
        return rank.compareTo(Rank.MONTH) <= 0 ? Integer.toString(date.getYear()) : month(date) + " " + date.getYear();
    }

    /** Days fill in only where bars are wide, or where nothing coarser is in sight. */
    private boolean roomForDays() {
        return placed.isEmpty() || (x.applyAsDouble(1) - x.applyAsDouble(0)) * BARS_PER_DAY_LABEL >= spacing;
    }

    private void place(Rank rank) {
        for (int i = 0; i < bars.size(); i++) {
            if (rank(i) == rank && free(x.applyAsDouble(i))) {
                placed.add(new DateLabel(i, text(i, rank), rank));
            }
        }
    }

    private boolean free(double position) {
        return placed.stream().allMatch(label -> Math.abs(x.applyAsDouble(label.index()) - position) >= spacing);
    }

    private Rank rank(int index) {
        if (index == 0) {
            return Rank.DAY;
        }
        var before = bars.get(index - 1).sessionDate();
        var date = bars.get(index).sessionDate();
        if (date.getYear() != before.getYear()) {
            return Rank.YEAR;
        }
        if (date.getMonth() != before.getMonth()) {
            return quarter(date) == quarter(before) ? Rank.MONTH : Rank.QUARTER;
        }
        return week(date) == week(before) ? Rank.DAY : Rank.WEEK;
    }

    private String text(int index, Rank rank) {
        var date = bars.get(index).sessionDate();
        return rank.compareTo(Rank.MONTH) <= 0 ? month(date) : Integer.toString(date.getDayOfMonth());
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
