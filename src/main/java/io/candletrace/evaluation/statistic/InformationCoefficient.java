package io.candletrace.evaluation.statistic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How well scores put the returns that followed in order: a correlation a date, and what can be said of all of them. Grinold and
 * Kahn, Active Portfolio Management (1999). Dates on which it is undefined are left out.
 *
 * @param dates oldest first; may be empty
 */
public record InformationCoefficient(List<OnDate> dates) {
    public InformationCoefficient {
        dates = List.copyOf(dates);
    }

    /**
     * The correlation on one date, or in one window.
     *
     * @param date its number; for a window, the index of its first observation
     * @param count of instruments, or of observations in the window
     * @param value from -1 to 1
     */
    public record OnDate(long date, int count, double value) {}

    /**
     * Across the instruments of each date.
     *
     * @param dates one number an observation, ascending with time
     * @param scores finite: the direction times the confidence, 0 for HOLD
     * @param returns finite: the forward return of each
     */
    public static InformationCoefficient across(
            Correlation correlation, long[] dates, double[] scores, double[] returns) {
        Columns.requireSameLength("scores", scores.length, "returns", returns.length);
        Columns.requireSameLength("scores", scores.length, "dates", dates.length);
        var clusters = DayClusters.of(dates);
        var scoresOf = clusters.apart(scores);
        var returnsOf = clusters.apart(returns);
        var found = new ArrayList<OnDate>();
        for (var i = 0; i < clusters.count(); i++) {
            var date = clusters.day(i);
            var count = clusters.size(i);
            correlation
                    .between(scoresOf[i], returnsOf[i])
                    .ifPresent(value -> found.add(new OnDate(date, count, value)));
        }
        return new InformationCoefficient(found);
    }

    /**
     * Over time, for one instrument: in one window after another, none sharing an observation with the next. What is left over
     * after the last full window is left out. Returns that look further ahead than the next observation overlap all the same;
     * of those, give every so many only.
     *
     * @param window in observations, at least 2
     * @param scores finite, oldest first
     * @param returns finite, one a score
     */
    public static InformationCoefficient over(Correlation correlation, int window, double[] scores, double[] returns) {
        Columns.requireAtLeast(2, "a window", window);
        Columns.requireSameLength("scores", scores.length, "returns", returns.length);
        var full = scores.length - scores.length % window;
        var windows = new long[full];
        Arrays.setAll(windows, index -> (long) index - index % window);
        return across(correlation, windows, Arrays.copyOf(scores, full), Arrays.copyOf(returns, full));
    }

    /** From -1 to 1; empty when there is no date. */
    public OptionalDouble mean() {
        return sample().mean();
    }

    /** The mean per standard deviation (ICIR); empty below two dates or when all are equal. */
    public OptionalDouble ratio() {
        var deviation = sample().deviation();
        return deviation.isEmpty() ? OptionalDouble.empty() : Figure.of(mean().orElseThrow() / deviation.getAsDouble());
    }

    /** The t statistic of the mean, the ratio times the root of the number of dates; empty when the ratio is. */
    public OptionalDouble t() {
        return sample().t();
    }

    private Sample sample() {
        return Sample.of(dates.stream().mapToDouble(OnDate::value).toArray());
    }
}
