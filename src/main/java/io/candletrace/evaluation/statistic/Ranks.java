package io.candletrace.evaluation.statistic;

import java.util.Arrays;

/** Ranks from 1; equal values have the mean of theirs. */
final class Ranks {
    private Ranks() {}

    static double[] of(double[] values) {
        var order = new long[values.length];
        var sorted = values.clone();
        Arrays.sort(sorted);
        var ranks = new double[values.length];
        for (var i = 0; i < order.length; i++) {
            ranks[i] = (first(sorted, values[i]) + last(sorted, values[i])) / 2.0 + 1;
        }
        return ranks;
    }

    private static int first(double[] sorted, double value) {
        var low = 0;
        var high = sorted.length;
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static int last(double[] sorted, double value) {
        var low = 0;
        var high = sorted.length;
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (sorted[middle] <= value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }
}
