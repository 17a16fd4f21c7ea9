package io.candletrace.evaluation.statistic;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * A mean whose observations of one day are one event: its standard error is the cluster-robust sandwich, sqrt(G/(G-1) * sum of
 * (each day's summed residuals)²) / n, and its interval Student's with G-1 degrees of freedom. Liang and Zeger, Biometrika 73
 * (1986); Cameron and Miller, A Practitioner's Guide to Cluster-Robust Inference (2015).
 *
 * @param count of observations, at least 1
 * @param days how many days they are of, the G of the formula
 * @param mean in the unit of the observations
 * @param standardError in the same unit; empty below two days, and when the days' residuals are all zero
 * @param interval empty when the standard error is
 */
public record ClusteredMean(
        int count, int days, double mean, OptionalDouble standardError, Optional<Interval> interval) {
    private static final double UPPER = 0.975;

    /**
     * The mean of values; empty for none.
     *
     * @param values finite, in any order
     * @param days one number a value, the same for the same day
     */
    public static Optional<ClusteredMean> of(double[] values, long[] days) {
        return of(values, days, 1);
    }

    /**
     * The same where each value looks several bars ahead, so that days overlap those after them: the days' summed residuals are
     * related up to lag horizon - 1, with Bartlett weights. Driscoll and Kraay, Review of Economics and Statistics 80 (1998).
     *
     * @param horizon in bars, at least 1, which is no overlap
     */
    public static Optional<ClusteredMean> of(double[] values, long[] days, int horizon) {
        Columns.requireAtLeast(1, "a horizon", horizon);
        Columns.requireSameLength("values", values.length, "days", days.length);
        var observed = Columns.finite("a value", values);
        var mean = Figure.of(Arrays.stream(observed).sum() / observed.length);
        return mean.isEmpty()
                ? Optional.empty()
                : Optional.of(around(mean.getAsDouble(), observed, DayClusters.of(days), horizon));
    }

    /** A proportion, whose interval ends at 0 and 1; empty for none. */
    public static Optional<ClusteredMean> of(boolean[] outcomes, long[] days) {
        return of(Columns.indicators(outcomes), days)
                .map(found -> new ClusteredMean(
                        found.count,
                        found.days,
                        found.mean,
                        found.standardError,
                        found.interval.map(Interval::withinProportions)));
    }

    /**
     * How likely a mean at least as far off is when the true one is the reference, two-sided, by Student's t; empty when the
     * standard error is.
     *
     * @param reference finite, in the unit of the observations
     */
    public OptionalDouble pValue(double reference) {
        return standardError.isEmpty()
                ? OptionalDouble.empty()
                : Figure.of(2
                        * new TDistribution(days - 1.0)
                                .cumulativeProbability(-Math.abs(mean - reference) / standardError.getAsDouble()));
    }

    private static ClusteredMean around(double mean, double[] values, DayClusters clusters, int horizon) {
        var standardError = standardError(mean, values, clusters, horizon);
        var interval =
                standardError.stream().boxed().findFirst().flatMap(error -> interval(mean, error, clusters.count()));
        return new ClusteredMean(values.length, clusters.count(), mean, standardError, interval);
    }

    private static OptionalDouble standardError(double mean, double[] values, DayClusters clusters, int horizon) {
        var days = clusters.count();
        if (days < 2) {
            return OptionalDouble.empty();
        }
        var residuals = clusters.sums(values);
        for (var day = 0; day < days; day++) {
            residuals[day] -= clusters.size(day) * mean;
        }
        var squares = products(residuals, 0);
        for (var lag = 1; lag < Math.min(horizon, days); lag++) {
            squares += 2 * (1 - (double) lag / horizon) * products(residuals, lag);
        }
        // With few days rounding can leave a little less than nothing.
        return Spread.beyondRounding(Math.sqrt(Math.max(0, days / (days - 1.0) * squares)) / values.length, values);
    }

    private static double products(double[] residuals, int lag) {
        var sum = 0.0;
        for (var day = lag; day < residuals.length; day++) {
            sum += residuals[day] * residuals[day - lag];
        }
        return sum;
    }

    private static Optional<Interval> interval(double mean, double error, int days) {
        var half = new TDistribution(days - 1.0).inverseCumulativeProbability(UPPER) * error;
        return Double.isFinite(mean - half) && Double.isFinite(mean + half)
                ? Optional.of(new Interval(mean - half, mean + half))
                : Optional.empty();
    }
}
