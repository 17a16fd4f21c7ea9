package io.candletrace.evaluation.statistic;

import java.util.Arrays;

/** Forecasts of the same confidence as one, in ascending order: which of them came first then makes no difference. */
final class ConfidenceLevels {
    private final double[] levels;
    private final double[] weights;
    private final double[] outcomes;

    private ConfidenceLevels(double[] levels, double[] weights, double[] outcomes) {
        this.levels = levels;
        this.weights = weights;
        this.outcomes = outcomes;
    }

    static ConfidenceLevels of(double[] confidences, double[] outcomes) {
        var weights = new double[confidences.length];
        Arrays.fill(weights, 1);
        return of(confidences, outcomes, weights);
    }

    static ConfidenceLevels of(double[] confidences, double[] outcomes, double[] weights) {
        var levels = Arrays.stream(confidences).sorted().distinct().toArray();
        var found = new ConfidenceLevels(levels, new double[levels.length], new double[levels.length]);
        for (var i = 0; i < confidences.length; i++) {
            var level = Arrays.binarySearch(levels, confidences[i]);
            found.weights[level] += weights[i];
            found.outcomes[level] += weights[i] * outcomes[i];
        }
        return found;
    }

    int count() {
        return levels.length;
    }

    double confidence(int level) {
        return levels[level];
    }

    /** Of all its forecasts together. */
    double weight(int level) {
        return weights[level];
    }

    /** The weighted sum of its outcomes. */
    double outcomes(int level) {
        return outcomes[level];
    }
}
