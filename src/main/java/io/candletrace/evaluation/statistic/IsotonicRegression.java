package io.candletrace.evaluation.statistic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * From a stated confidence to the rate at which it came true, never falling: the least-squares fit among the monotone ones, by
 * pooling adjacent violators. Ayer et al., Annals of Mathematical Statistics 26 (1955); for calibration, Zadrozny and Elkan (2002).
 *
 * @param breakpoints at least one, in ascending order of both
 */
public record IsotonicRegression(List<Breakpoint> breakpoints) {
    public IsotonicRegression {
        breakpoints = List.copyOf(breakpoints);
        if (breakpoints.isEmpty()) {
            throw new IllegalArgumentException("a step map must have at least one breakpoint, had none");
        }
        for (var i = 1; i < breakpoints.size(); i++) {
            if (!breakpoints.get(i).isAfter(breakpoints.get(i - 1))) {
                throw new IllegalArgumentException("breakpoints must ascend, were " + breakpoints);
            }
        }
    }

    /**
     * Where a step begins.
     *
     * @param confidence the lowest of the step, 0 to 1
     * @param rate what it maps to, 0 to 1
     */
    public record Breakpoint(double confidence, double rate) {
        public Breakpoint {
            Columns.probabilities("a breakpoint", new double[] {confidence, rate});
        }

        private boolean isAfter(Breakpoint other) {
            return confidence > other.confidence && rate >= other.rate;
        }
    }

    /** {@link #fit(double[], double[], double[])} of hits that weigh the same. */
    public static Optional<IsotonicRegression> fit(double[] confidences, boolean[] hits) {
        var weights = new double[confidences.length];
        Arrays.fill(weights, 1);
        return fit(confidences, Columns.indicators(hits), weights);
    }

    /**
     * Fits; empty for no forecasts.
     *
     * @param confidences 0 to 1, in any order
     * @param rates 0 to 1, one a confidence
     * @param weights above 0, one a confidence, their sum finite
     */
    public static Optional<IsotonicRegression> fit(double[] confidences, double[] rates, double[] weights) {
        Columns.requireSameLength("confidences", confidences.length, "rates", rates.length);
        Columns.requireSameLength("confidences", confidences.length, "weights", weights.length);
        requirePositive(weights);
        var levels = ConfidenceLevels.of(
                Columns.probabilities("a confidence", confidences), Columns.probabilities("a rate", rates), weights);
        return levels.count() == 0 ? Optional.empty() : Optional.of(pooled(levels));
    }

    /**
     * The rate of the step that the confidence is on; below the first step, the first's.
     *
     * @param confidence 0 to 1
     */
    public double apply(double confidence) {
        Columns.probabilities("a confidence", new double[] {confidence});
        var low = 0;
        var high = breakpoints.size() - 1;
        while (low < high) {
            var middle = (low + high + 1) / 2;
            if (breakpoints.get(middle).confidence() <= confidence) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return breakpoints.get(low).rate();
    }

    private static IsotonicRegression pooled(ConfidenceLevels levels) {
        var steps = new ArrayList<Step>();
        for (var level = 0; level < levels.count(); level++) {
            var step = new Step(levels.confidence(level), levels.weight(level), levels.outcomes(level));
            while (!steps.isEmpty() && steps.getLast().rate() >= step.rate()) {
                step = steps.removeLast().with(step);
            }
            steps.add(step);
        }
        return new IsotonicRegression(steps.stream()
                .map(step -> new Breakpoint(step.confidence, step.rate()))
                .toList());
    }

    private static void requirePositive(double[] weights) {
        if (Arrays.stream(weights).anyMatch(weight -> !(weight > 0))
                || !Double.isFinite(Arrays.stream(weights).sum())) {
            throw new IllegalArgumentException("weights must be above 0 and their sum finite");
        }
    }

    /** What has been pooled so far: from which confidence, and the weighted sum of its rates. */
    private record Step(double confidence, double weight, double sum) {
        /** The sum's rounding can leave what rates allow. */
        double rate() {
            return Math.min(1, sum / weight);
        }

        Step with(Step next) {
            return new Step(confidence, weight + next.weight, sum + next.sum);
        }
    }
}
