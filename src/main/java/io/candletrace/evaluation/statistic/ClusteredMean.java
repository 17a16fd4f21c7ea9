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
     * The same where a value of one day overlaps those of the next, because each looks some days ahead: days' residuals count
     * together, with a weight that falls from 1 on the same day to 0 at the reach. Driscoll and Kraay, Review of Economics and
     * Statistics 80 (1998), with Conley's kernel of distances, Journal of Econometrics 92 (1999). Empty for none.
     *
     * @param reach in the unit of the days, at least 1, which overlaps with no other day
     */
    public static Optional<ClusteredMean> of(double[] values, long[] days, int reach) {
        Columns.requireSameLength("values", values.length, "days", days.length);
        Columns.requireAtLeast(1, "a reach", reach);
        var observed = Columns.finite("a value", values);
        var mean = Figure.of(Arrays.stream(observed).sum() / observed.length);
        return mean.isEmpty()
                ? Optional.empty()
                : Optional.of(around(mean.getAsDouble(), observed, DayClusters.of(days), reach));
    }

    /** A proportion, whose interval ends at 0 and 1; empty for none. */
    public static Optional<ClusteredMean> of(boolean[] outcomes, long[] days) {
        return of(outcomes, days, 1);
    }

    /** A proportion of what reaches ahead. */
    public static Optional<ClusteredMean> of(boolean[] outcomes, long[] days, int reach) {
        return of(Columns.indicators(outcomes), days, reach)
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

    /** Standard errors that the mean is from 0; empty when the standard error is. */
    public OptionalDouble t() {
        return standardError.isEmpty() ? OptionalDouble.empty() : Figure.of(mean / standardError.getAsDouble());
    }

    private static ClusteredMean around(double mean, double[] values, DayClusters clusters, int reach) {
        var standardError = standardError(mean, values, clusters, reach);
        var interval =
                standardError.stream().boxed().findFirst().flatMap(error -> interval(mean, error, clusters.count()));
        return new ClusteredMean(values.length, clusters.count(), mean, standardError, interval);
    }

    private static OptionalDouble standardError(double mean, double[] values, DayClusters clusters, int reach) {
        var days = clusters.count();
        if (days < 2) {
            return OptionalDouble.empty();
        }
        var residuals = clusters.sums(values);
        for (var day = 0; day < days; day++) {
            residuals[day] -= clusters.size(day) * mean;
        }
        var squares = squares(residuals, clusters, reach);
        return Spread.beyondRounding(Math.sqrt(days / (days - 1.0) * squares) / values.length, values);
    }

    private static double squares(double[] residuals, DayClusters clusters, int reach) {
        var squares = 0.0;
        for (var day = 0; day < residuals.length; day++) {
            squares += residuals[day] * residuals[day];
            for (var before = day - 1; before >= 0 && apart(clusters, before, day) < reach; before--) {
                var weight = 1 - (double) apart(clusters, before, day) / reach;
                squares += 2 * weight * residuals[before] * residuals[day];
            }
        }
        return Math.max(0, squares);
    }

    private static long apart(DayClusters clusters, int before, int day) {
        return clusters.day(day) - clusters.day(before);
    }

    private static Optional<Interval> interval(double mean, double error, int days) {
        var half = new TDistribution(days - 1.0).inverseCumulativeProbability(UPPER) * error;
        return Double.isFinite(mean - half) && Double.isFinite(mean + half)
                ? Optional.of(new Interval(mean - half, mean + half))
                : Optional.empty();
    }
}
