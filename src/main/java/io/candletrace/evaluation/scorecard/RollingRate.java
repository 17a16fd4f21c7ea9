package io.candletrace.evaluation.scorecard;

import io.candletrace.evaluation.statistic.Interval;
import io.candletrace.evaluation.statistic.Proportion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How often the latest predictions were right, day by day. A window is whole days, the fewest that hold enough, so that the order
 * within a day makes no difference.
 *
 * @param window how many predictions there are in each at least
 * @param points by day; none before there are enough, and at most {@link Thinning#MOST}
 */
public record RollingRate(int window, List<Point> points) {
    /** Fewer leave an interval that says nothing, more hide what changed. */
    public static final int WINDOW = 50;

    public RollingRate {
        points = List.copyOf(points);
    }

    /**
     * The predictions up to a day.
     *
     * @param day of the last one's {@code as_of} in UTC, days since 1970
     * @param n how many there are in the window
     * @param rate how many of them were right, 0 to 1
     * @param wilson its interval of 95 %, as if all were independent
     * @param baseRate what always saying what was said would have been right with; absent when it is not known of one of them
     */
    public record Point(long day, int n, double rate, Interval wilson, OptionalDouble baseRate) {}

    /** Of these rows, which have a direction, in any order. */
    static RollingRate of(Observations observed, int[] rows) {
        var days = Days.of(observed, rows);
        var windows = new ArrayList<int[]>();
        for (int last = 0, first = 0; last < days.count(); last++) {
            while (days.predictions(first + 1, last) >= WINDOW) {
                first++;
            }
            if (days.predictions(first, last) >= WINDOW) {
                windows.add(new int[] {first, last});
            }
        }
        var kept = Thinning.kept(windows.size(), i -> days.point(windows.get(i)).rate());
        return new RollingRate(
                WINDOW,
                Arrays.stream(kept).mapToObj(i -> days.point(windows.get(i))).toList());
    }

    /**
     * Counts up to each day, so that a window's are the difference of two.
     *
     * @param day ascending
     * @param n of the predictions of all days before; one more than there are days
     * @param hits the same of those that were right
     * @param base the sum of base rates of the day before
     */
    private record Days(long[] day, int[] n, int[] hits, double[] base) {
        static Days of(Observations observed, int[] rows) {
            var day = Arrays.stream(rows)
                    .mapToLong(row -> observed.day()[row])
                    .sorted()
                    .distinct()
                    .toArray();
            var days = new Days(day, new int[day.length + 1], new int[day.length + 1], new double[day.length + 1]);
            for (var row : rows) {
                var after = Arrays.binarySearch(day, observed.day()[row]) + 1;
                days.n[after]++;
                days.hits[after] += observed.hit(row) ? 1 : 0;
                days.base[after] += observed.base(row);
            }
            for (var i = 1; i <= day.length; i++) {
                days.n[i] += days.n[i - 1];
                days.hits[i] += days.hits[i - 1];
            }
            return days;
        }

        int count() {
            return day.length;
        }

        /** How many there are from one day to another, both included. */
        int predictions(int first, int last) {
            return n[last + 1] - n[first];
        }

        Point point(int[] window) {
            var from = window[0];
            var to = window[1] + 1;
            var found = new Proportion(hits[to] - hits[from], n[to] - n[from]);
            return new Point(
                    day[window[1]],
                    found.count(),
                    found.rate().orElseThrow(),
                    found.wilson().orElseThrow(),
                    baseRate(from, to));
        }

        /** Summed anew for each window: one unknown day would be in every sum after it. */
        private OptionalDouble baseRate(int from, int to) {
            var sum = 0.0;
            for (var i = from + 1; i <= to; i++) {
                sum += base[i];
            }
            var mean = sum / (n[to] - n[from]);
            return Double.isFinite(mean) ? OptionalDouble.of(mean) : OptionalDouble.empty();
        }
    }
}
