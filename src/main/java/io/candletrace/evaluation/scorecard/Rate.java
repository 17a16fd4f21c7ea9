package io.candletrace.evaluation.scorecard;

import io.candletrace.evaluation.statistic.ClusteredMean;
import io.candletrace.evaluation.statistic.Interval;
import io.candletrace.evaluation.statistic.Proportion;
import io.candletrace.evaluation.statistic.Sample;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntToDoubleFunction;

/**
 * How often predictions were right, and how often they would have been for other reasons.
 *
 * @param n how many have a direction
 * @param hits how many were right
 * @param ties how many were not because the price ended where it began
 * @param hitRate hits over n
 * @param wilson its interval of 95 %, as if all were independent
 * @param clustered its interval of 95 % when those of a day are not
 * @param alwaysLong how often always saying BUY would have been right about the same
 * @param baseRate how often always saying what was said would have been right, over all entries of the same series
 * @param lift hit rate less base rate
 * @param liftInterval its interval of 95 %, by days
 * @param p how likely a lift at least as far from 0 is by chance
 */
public record Rate(
        int n,
        int hits,
        int ties,
        OptionalDouble hitRate,
        Optional<Interval> wilson,
        Optional<Interval> clustered,
        OptionalDouble alwaysLong,
        OptionalDouble baseRate,
        OptionalDouble lift,
        Optional<Interval> liftInterval,
        OptionalDouble p) {
    /** Fewer say nothing. */
    static final int LEAST = 30;

    /** Of these rows, which have a direction. */
    static Rate of(Observations observed, int[] rows) {
        var hits = (int) Arrays.stream(rows).filter(observed::hit).count();
        var ties = (int)
                Arrays.stream(rows).filter(row -> observed.change()[row] == 0).count();
        return rows.length < LEAST ? insufficient(rows.length, hits, ties) : sufficient(observed, rows, hits, ties);
    }

    private static Rate insufficient(int n, int hits, int ties) {
        var none = OptionalDouble.empty();
        return new Rate(
                n, hits, ties, none, Optional.empty(), Optional.empty(), none, none, none, Optional.empty(), none);
    }

    private static Rate sufficient(Observations observed, int[] rows, int hits, int ties) {
        var days = Arrays.stream(rows).mapToLong(row -> observed.day()[row]).toArray();
        var right = figures(rows, row -> observed.hit(row) ? 1 : 0);
        var base = figures(rows, observed::base);
        var lifts = new double[rows.length];
        Arrays.setAll(lifts, i -> right[i] - base[i]);
        // Without base rates of a series nothing is said about any lift.
        var lift = mean(lifts).isPresent() ? ClusteredMean.of(lifts, days) : Optional.<ClusteredMean>empty();
        var proportion = new Proportion(hits, rows.length);
        return new Rate(
                rows.length,
                hits,
                ties,
                proportion.rate(),
                proportion.wilson(),
                ClusteredMean.of(right, days).map(ClusteredMean::interval),
                mean(figures(rows, row -> observed.change()[row] > 0 ? 1 : 0)),
                mean(base),
                mean(lifts),
                lift.map(ClusteredMean::interval),
                lift.map(mean -> mean.p(0)).orElseGet(OptionalDouble::empty));
    }

    private static double[] figures(int[] rows, IntToDoubleFunction figure) {
        return Arrays.stream(rows).mapToDouble(figure).toArray();
    }

    private static OptionalDouble mean(double[] figures) {
        var mean = new Sample(figures).mean();
        return Double.isNaN(mean.orElse(Double.NaN)) ? OptionalDouble.empty() : mean;
    }

    /** Whether there are enough to say anything. */
    public boolean sufficient() {
        return n >= LEAST;
    }
}
