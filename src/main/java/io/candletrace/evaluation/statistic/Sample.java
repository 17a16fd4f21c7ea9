package io.candletrace.evaluation.statistic;

import java.util.OptionalDouble;
import org.hipparchus.stat.StatUtils;

/** Numbers of one kind, such as the forward returns after a signal; every figure is in their unit but for t, which has none. */
public final class Sample {
    private final double[] values;

    private Sample(double[] values) {
        this.values = values;
    }

    /**
     * The values as they are.
     *
     * @param values finite; oldest first when {@link #t(int)} is asked for, in any order otherwise
     */
    public static Sample of(double[] values) {
        return new Sample(Columns.finite("a value", values));
    }

    /**
     * Each day's mean, oldest first: what several instruments did on one day as one value.
     *
     * @param values finite, in any order
     * @param days one number a value, ascending with time
     */
    public static Sample dailyMeans(double[] values, long[] days) {
        Columns.requireSameLength("values", values.length, "days", days.length);
        return new Sample(DayClusters.of(days).means(Columns.finite("a value", values)));
    }

    public int count() {
        return values.length;
    }

    /** Empty for none. */
    public OptionalDouble mean() {
        return Figure.of(StatUtils.mean(values));
    }

    /** The middle value, between two of them halfway; empty for none. */
    public OptionalDouble median() {
        return Figure.of(StatUtils.percentile(values, 50));
    }

    /** The standard deviation of a sample (n - 1); empty below two or when all are equal. */
    public OptionalDouble deviation() {
        return Spread.of(values);
    }

    /** Student's t of the mean against zero, mean / sd * sqrt(n); empty when the standard deviation is. */
    public OptionalDouble t() {
        var deviation = deviation();
        return deviation.isEmpty()
                ? OptionalDouble.empty()
                : Figure.of(StatUtils.mean(values) / deviation.getAsDouble() * Math.sqrt(count()));
    }

    /**
     * The same where each value looks several bars ahead and so overlaps the next: by Newey and West's variance (Econometrica
     * 55, 1987) with Bartlett weights up to lag horizon - 1, times n/(n-1), so that a horizon of 1 is {@link #t()}. Empty when
     * there are no more values than the horizon has bars, and when all are equal.
     *
     * @param horizon in bars, at least 1
     */
    public OptionalDouble t(int horizon) {
        Columns.requireAtLeast(1, "a horizon", horizon);
        if (count() <= horizon) {
            return OptionalDouble.empty();
        }
        var mean = StatUtils.mean(values);
        var deviation = Spread.beyondRounding(Math.sqrt(longRunVariance(mean, horizon)), values);
        return deviation.isEmpty()
                ? OptionalDouble.empty()
                : Figure.of(mean / deviation.getAsDouble() * Math.sqrt(count()));
    }

    private double longRunVariance(double mean, int horizon) {
        var variance = autocovariance(mean, 0);
        for (var lag = 1; lag < horizon; lag++) {
            variance += 2 * (1 - (double) lag / horizon) * autocovariance(mean, lag);
        }
        return variance;
    }

    private double autocovariance(double mean, int lag) {
        var sum = 0.0;
        for (var i = lag; i < values.length; i++) {
            sum += (values[i] - mean) * (values[i - lag] - mean);
        }
        return sum / (values.length - 1);
    }
}
