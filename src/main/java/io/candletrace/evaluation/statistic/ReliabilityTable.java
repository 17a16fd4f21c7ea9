package io.candletrace.evaluation.statistic;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What was said against what came of it, by confidence: the figures of a reliability diagram. Naeini, Cooper and Hauskrecht,
 * Obtaining Well Calibrated Probabilities Using Bayesian Binning (2015).
 *
 * @param bins ascending; empty ones are listed
 */
public record ReliabilityTable(List<Bin> bins) {
    public ReliabilityTable {
        bins = List.copyOf(bins);
    }

    /**
     * The forecasts of one range of confidence.
     *
     * @param low what every confidence in it is above, but for the first; by mass, the lowest in it
     * @param high the highest that could be in it; by mass, the highest that is
     * @param count may be 0
     * @param meanConfidence 0 to 1; empty when the count is 0
     * @param observedRate hits per count, 0 to 1; empty when the count is 0
     */
    public record Bin(double low, double high, int count, OptionalDouble meanConfidence, OptionalDouble observedRate) {
        static Bin of(double low, double high, int count, double confidences, double hits) {
            return new Bin(low, high, count, Figure.of(confidences / count), Figure.of(hits / count));
        }

        /** How far the observed rate is from the mean confidence, 0 to 1; empty when the count is 0. */
        public OptionalDouble error() {
            return count == 0
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(Math.abs(observedRate.orElseThrow() - meanConfidence.orElseThrow()));
        }
    }

    /** How many forecasts are in all bins. */
    public int count() {
        return bins.stream().mapToInt(Bin::count).sum();
    }

    /** The bins' errors, each by its share of the forecasts (ECE), 0 to 1; empty for none. */
    public OptionalDouble expectedError() {
        return Figure.of(bins.stream()
                        .mapToDouble(bin -> bin.count() * bin.error().orElse(0))
                        .sum()
                / count());
    }

    /** The largest error of a bin (MCE), 0 to 1; empty for none. */
    public OptionalDouble maximumError() {
        return bins.stream()
                .map(Bin::error)
                .flatMapToDouble(OptionalDouble::stream)
                .max();
    }
}
