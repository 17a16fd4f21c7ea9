package io.candletrace.chart.jfreechart;

import io.candletrace.chart.jfreechart.AxisDates.Rank;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Which bars of an ordinal axis carry a label: first where years begin, then quarters, months, weeks, days, where there is room;
 * between sessions that are all labelled also times, the rounder first.
 */
final class DateLabels {
    private static final double BARS_PER_DAY_LABEL = 2.6;
    private static final List<Integer> ROUND_MINUTES = List.of(720, 360, 180, 60, 30, 15, 5, 1);

    private final AxisDates dates;
    private final IntToDoubleFunction x;
    private final double spacing;
    private final List<DateLabel> placed = new ArrayList<>();

    /**
     * A labelled bar.
     *
     * @param index of the bar
     * @param text the month, the day of the month, or the time
     * @param rank what begins with this bar
     */
    record DateLabel(int index, String text, Rank rank) {}

    private DateLabels(AxisDates dates, IntToDoubleFunction x, double spacing) {
        this.dates = dates;
        this.x = x;
        this.spacing = spacing;
    }

    /** Labels from left to right, at least {@code spacing} px apart; {@code x} tells where a bar is. */
    static List<DateLabel> of(AxisDates dates, IntToDoubleFunction x, double spacing) {
        var labels = new DateLabels(dates, x, spacing);
        List.of(Rank.YEAR, Rank.QUARTER, Rank.MONTH, Rank.WEEK).forEach(labels::place);
        if (dates.intraday() || labels.roomForDays()) {
            labels.place(Rank.DAY);
        }
        if (labels.roomForTimes()) {
            ROUND_MINUTES.forEach(labels::placeTimes);
        }
        labels.placed.sort(Comparator.comparingInt(DateLabel::index));
        return labels.placed;
    }

    /** Days fill in only where bars are wide, or where nothing coarser is in sight. */
    private boolean roomForDays() {
        return placed.isEmpty() || (x.applyAsDouble(1) - x.applyAsDouble(0)) * BARS_PER_DAY_LABEL >= spacing;
    }

    /** A time to the right of an earlier day's date would be read as a time of that day. */
    private boolean roomForTimes() {
        return IntStream.range(0, dates.size())
                .filter(index -> dates.rank(index) != Rank.TIME)
                .allMatch(this::labelled);
    }

    private boolean labelled(int index) {
        return placed.stream().anyMatch(label -> label.index() == index);
    }

    private void place(Rank rank) {
        for (int i = 0; i < dates.size(); i++) {
            if (dates.rank(i) == rank && free(i)) {
                place(i, rank);
            }
        }
    }

    /** Labels a time of the day in every session or in none. */
    private void placeTimes(int minutes) {
        var times = IntStream.range(0, dates.size())
                .filter(index -> dates.rank(index) == Rank.TIME && isRound(dates.time(index), minutes))
                .boxed()
                .collect(Collectors.groupingBy(dates::time, TreeMap::new, Collectors.toList()));
        for (var indices : times.values()) {
            if (indices.stream().allMatch(this::free)) {
                indices.forEach(index -> place(index, Rank.TIME));
            }
        }
    }

    private void place(int index, Rank rank) {
        placed.add(new DateLabel(index, dates.text(index, rank), rank));
    }

    private static boolean isRound(LocalTime time, int minutes) {
        return (time.getHour() * 60 + time.getMinute()) % minutes == 0;
    }

    private boolean free(int index) {
        var position = x.applyAsDouble(index);
        return placed.stream().allMatch(label -> Math.abs(x.applyAsDouble(label.index()) - position) >= spacing);
    }
}
