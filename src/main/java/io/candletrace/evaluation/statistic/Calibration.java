package io.candletrace.evaluation.statistic;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** How well stated probabilities fit what happened. */
public final class Calibration {
    private static final double LEAST = 1e-15;

    private final double[] stated;
    private final boolean[] happened;

    /**
     * Of these.
     *
     * @param stated 0 to 1
     * @param happened whether each came true, in the same order
     */
    public Calibration(double[] stated, boolean[] happened) {
        if (stated.length != happened.length) {
            throw new IllegalArgumentException(
                    "each probability has its end, was " + stated.length + " and " + happened.length);
        }
        this.stated = stated.clone();
        this.happened = happened.clone();
    }

    /** How many. */
    public int size() {
        return stated.length;
    }

    /** The share that came true; absent without any. */
    public OptionalDouble rate() {
        return new Sample(ends()).mean();
    }

    /** Mean squared distance of what was stated from what happened (Brier, Monthly Weather Review 78, 1950). */
    public OptionalDouble brier() {
        var squares = new double[stated.length];
        for (var i = 0; i < stated.length; i++) {
            squares[i] = Math.pow(stated[i] - end(i), 2);
        }
        return new Sample(squares).mean();
    }

    /** 1 less the Brier score over that of always stating the rate; absent when everything ended alike. */
    public OptionalDouble brierSkill() {
        var rate = rate().orElse(0);
        var reference = rate * (1 - rate);
        return reference > 0 ? OptionalDouble.of(1 - brier().orElseThrow() / reference) : OptionalDouble.empty();
    }

    /** Mean negative logarithm of the probability of what happened, clipped at 1e-15. */
    public OptionalDouble logLoss() {
        var losses = new double[stated.length];
        for (var i = 0; i < stated.length; i++) {
            var probability = happened[i] ? stated[i] : 1 - stated[i];
            losses[i] = -Math.log(Math.clamp(probability, LEAST, 1 - LEAST));
        }
        return new Sample(losses).mean();
    }

    /** The bins' mean distance of stated from happened, weighted by their sizes (Naeini and others, AAAI 2015). */
    public OptionalDouble expectedError(int bins) {
        if (stated.length == 0) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(reliability(bins).stream()
                .mapToDouble(bin -> bin.distance() * bin.size() / stated.length)
                .sum());
    }

    /** The largest distance of any bin. */
    public OptionalDouble maximumError(int bins) {
        return reliability(bins).stream()
                .filter(bin -> bin.size() > 0)
                .mapToDouble(Bin::distance)
                .max();
    }

    /** Bins of equal width, each without its lower end but for the first, empty ones among them. */
    public List<Bin> reliability(int bins) {
        var sizes = new int[bins];
        var hits = new int[bins];
        var sums = new double[bins];
        for (var i = 0; i < stated.length; i++) {
            var bin = Math.clamp((int) Math.ceil(stated[i] * bins) - 1, 0, bins - 1);
            sizes[bin]++;
            hits[bin] += happened[i] ? 1 : 0;
            sums[bin] += stated[i];
        }
        var table = new ArrayList<Bin>();
        for (var bin = 0; bin < bins; bin++) {
            table.add(new Bin((double) bin / bins, (bin + 1.0) / bins, sizes[bin], sums[bin], hits[bin]));
        }
        return table;
    }

    /** How likely something that came true was stated higher than something that did not; absent when all ended alike. */
    public OptionalDouble discrimination() {
        var ranks = Ranks.of(stated);
        var trues = new Sample(ends()).mean().orElse(0) * stated.length;
        var falses = stated.length - trues;
        if (trues < 1 || falses < 1) {
            return OptionalDouble.empty();
        }
        var sum = 0.0;
        for (var i = 0; i < stated.length; i++) {
            sum += happened[i] ? ranks[i] : 0;
        }
        return OptionalDouble.of((sum - trues * (trues + 1) / 2) / (trues * falses));
    }

    /** Pearson's correlation of stated and happened; absent when either does not vary. */
    public OptionalDouble correlation() {
        return Correlation.pearson(stated, ends());
    }

    private double[] ends() {
        var ends = new double[happened.length];
        for (var i = 0; i < ends.length; i++) {
            ends[i] = end(i);
        }
        return ends;
    }

    private double end(int i) {
        return happened[i] ? 1 : 0;
    }

    /**
     * One row of the reliability table.
     *
     * @param low exclusive, but for 0
     * @param high inclusive
     * @param size how many
     * @param sum of what was stated
     * @param hits how many came true
     */
    public record Bin(double low, double high, int size, double sum, int hits) {
        /** Mean of what was stated; absent when empty. */
        public OptionalDouble stated() {
            return size == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / size);
        }

        /** Share that came true; absent when empty. */
        public OptionalDouble happened() {
            return size == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) hits / size);
        }

        private double distance() {
            return size == 0 ? 0 : Math.abs(sum - hits) / size;
        }
    }
}
