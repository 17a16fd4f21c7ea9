package io.candletrace.evaluation.statistic;

import java.util.Arrays;
import java.util.OptionalDouble;

/** Figures of a list of numbers, each absent where it is not defined. */
public final class Sample {
    private final double[] values;

    /** Of these, in the order of time; at least none. */
    public Sample(double... values) {
        this.values = values.clone();
    }

    /** Their mean; absent without any. */
    public OptionalDouble mean() {
        return values.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(average());
    }

    /** The one in the middle, or the mean of the two there; absent without any. */
    public OptionalDouble median() {
        if (values.length == 0) {
            return OptionalDouble.empty();
        }
        var sorted = values.clone();
        Arrays.sort(sorted);
        var middle = sorted.length / 2;
        return OptionalDouble.of(sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2);
    }

    /** The smallest value that so many per cent are not above, by the nearest rank; absent without any. */
    public OptionalDouble percentile(int percent) {
        if (values.length == 0) {
            return OptionalDouble.empty();
        }
        var sorted = values.clone();
        Arrays.sort(sorted);
        var rank = (int) Math.ceil(percent / 100.0 * sorted.length);
        return OptionalDouble.of(sorted[Math.max(rank, 1) - 1]);
    }

    /** Their standard deviation, with one degree of freedom less; absent with fewer than two. */
    public OptionalDouble deviation() {
        return values.length < 2
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.sqrt(squares(average()) / (values.length - 1)));
    }

    /**
     * How many standard errors the mean is from 0, when each value may depend on so many before it: Newey's and West's estimator
     * with Bartlett's weights (Econometrica 55, 1987), and the plain one for a lag of 0. Absent with fewer than two values, and
     * when they do not vary.
     *
     * @param lag 0 or more; of overlapping horizons the horizon less 1
     */
    public OptionalDouble t(int lag) {
        if (values.length < 2) {
            return OptionalDouble.empty();
        }
        var mean = average();
        var variance = squares(mean);
        for (var distance = 1; distance <= Math.min(lag, values.length - 1); distance++) {
            variance += 2 * (1 - distance / (lag + 1.0)) * products(mean, distance);
        }
        // As if one degree of freedom were lost to the mean, so that a lag of 0 is the plain one.
        var error = Math.sqrt(variance / (values.length * (values.length - 1.0)));
        return error > 0 ? OptionalDouble.of(mean / error) : OptionalDouble.empty();
    }

    private double average() {
        return Sum.of(values) / values.length;
    }

    private double squares(double mean) {
        return products(mean, 0);
    }

    private double products(double mean, int distance) {
        var products = new double[values.length - distance];
        for (var i = distance; i < values.length; i++) {
            products[i - distance] = (values[i] - mean) * (values[i - distance] - mean);
        }
        return Sum.of(products);
    }
}
