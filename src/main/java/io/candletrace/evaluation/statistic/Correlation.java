package io.candletrace.evaluation.statistic;

import java.util.OptionalDouble;

/** How two lists of numbers go together; absent with fewer than two, and when either does not vary. */
public final class Correlation {
    private Correlation() {}

    /** Of the values. */
    public static OptionalDouble pearson(double[] one, double[] other) {
        if (one.length != other.length) {
            throw new IllegalArgumentException("pairs are correlated, was " + one.length + " and " + other.length);
        }
        if (one.length < 2) {
            return OptionalDouble.empty();
        }
        var deviations = product(one, one) * product(other, other);
        return deviations > 0
                ? OptionalDouble.of(Math.clamp(product(one, other) / Math.sqrt(deviations), -1, 1))
                : OptionalDouble.empty();
    }

    /** Of the ranks (Spearman); equal values have the mean of theirs. */
    public static OptionalDouble spearman(double[] one, double[] other) {
        return pearson(Ranks.of(one), Ranks.of(other));
    }

    private static double product(double[] one, double[] other) {
        var oneMean = Sum.of(one) / one.length;
        var otherMean = Sum.of(other) / other.length;
        var products = new double[one.length];
        for (var i = 0; i < one.length; i++) {
            products[i] = (one[i] - oneMean) * (other[i] - otherMean);
        }
        return Sum.of(products);
    }
}
