package io.candletrace.evaluation.statistic;

import java.util.Arrays;

/**
 * The false discovery rate of many tests at once. Benjamini and Hochberg, Controlling the False Discovery Rate, JRSS B 57 (1995).
 */
public final class BenjaminiHochberg {
    private BenjaminiHochberg() {}

    /**
     * For each test, the least false discovery rate at which it still counts as a finding.
     *
     * @param pValues 0 to 1; those of all tests that were tried, not of the good ones
     * @return one a p-value, at its place: not below it and at most 1
     */
    public static double[] qValues(double[] pValues) {
        var tested = Columns.probabilities("a p-value", pValues);
        var ascending = tested.clone();
        Arrays.sort(ascending);
        var adjusted = adjusted(ascending);
        // Equal p-values have equal q-values, so any of their places will do.
        return Arrays.stream(tested)
                .map(pValue -> adjusted[Arrays.binarySearch(ascending, pValue)])
                .toArray();
    }

    private static double[] adjusted(double[] ascending) {
        var adjusted = new double[ascending.length];
        var least = 1.0;
        for (var i = ascending.length - 1; i >= 0; i--) {
            least = Math.min(least, ascending[i] * ascending.length / (i + 1));
            // The product's rounding can fall below the p-value itself.
            adjusted[i] = Math.max(least, ascending[i]);
        }
        return adjusted;
    }
}
