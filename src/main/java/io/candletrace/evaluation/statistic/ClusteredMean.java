package io.candletrace.evaluation.statistic;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * A mean whose observations depend on each other within clusters, such as all of one day: what is uncertain about it is what
 * varies between clusters (the sandwich estimator of Liang and Zeger, Biometrika 73, 1986, with the factor G / (G - 1) and
 * Student's t with G - 1 degrees of freedom for G clusters).
 *
 * @param mean of all observations
 * @param clusters how many there are
 * @param error the standard error; 0 or more
 */
public record ClusteredMean(double mean, int clusters, double error) {
    private static final double UPPER = 0.975;

    /**
     * The mean of values; absent with fewer than 2 clusters.
     *
     * @param clusters of each value, in the values' order
     */
    public static Optional<ClusteredMean> of(double[] values, long[] clusters) {
        if (values.length != clusters.length) {
            throw new IllegalArgumentException(
                    "each value has a cluster, was " + values.length + " and " + clusters.length);
        }
        var mean = Sum.of(values) / values.length;
        var sums = new HashMap<Long, Double>();
        for (var i = 0; i < values.length; i++) {
            sums.merge(clusters[i], values[i] - mean, Double::sum);
        }
        if (sums.size() < 2) {
            return Optional.empty();
        }
        return Optional.of(new ClusteredMean(mean, sums.size(), error(sums, values.length)));
    }

    /** In the order of the clusters, so that the order of the observations changes no digit. */
    private static double error(Map<Long, Double> sums, int observations) {
        var squares = sums.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .mapToDouble(sum -> sum.getValue() * sum.getValue())
                .toArray();
        var correction = sums.size() / (sums.size() - 1.0);
        return Math.sqrt(correction * Arrays.stream(squares).sum()) / observations;
    }

    /** The interval of 95 %. */
    public Interval interval() {
        var half = new TDistribution(clusters - 1).inverseCumulativeProbability(UPPER) * error;
        return new Interval(mean - half, mean + half);
    }

    /** How many standard errors the mean is from 0; absent when they are 0. */
    public OptionalDouble t() {
        return error > 0 ? OptionalDouble.of(mean / error) : OptionalDouble.empty();
    }

    /** How likely a mean at least as far off is when the true one is {@code expected}, two-sided; absent without an error. */
    public OptionalDouble p(double expected) {
        if (!(error > 0)) {
            return OptionalDouble.empty();
        }
        var score = Math.abs(mean - expected) / error;
        return OptionalDouble.of(2 * new TDistribution(clusters - 1).cumulativeProbability(-score));
    }
}
