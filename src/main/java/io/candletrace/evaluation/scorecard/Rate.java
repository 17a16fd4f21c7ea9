package io.candletrace.evaluation.scorecard;

import io.candletrace.evaluation.statistic.ClusteredMean;
import io.candletrace.evaluation.statistic.Interval;
import io.candletrace.evaluation.statistic.Proportion;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

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
    public static final int LEAST = 30;

    /** Of these rows, which have a direction. */
    static Rate of(Observations observed, int[] rows) {
        var right = new boolean[rows.length];
        for (var i = 0; i < rows.length; i++) {
            right[i] = observed.hit(rows[i]);
        }
        return of(
                right,
                Arrays.stream(rows).mapToDouble(row -> observed.change()[row]).toArray(),
                Arrays.stream(rows).mapToDouble(observed::base).toArray(),
                Arrays.stream(rows).mapToLong(row -> observed.day()[row]).toArray(),
                1);
    }

    /**
     * Of predictions that have a direction, one of each a prediction.
     *
     * @param right whether it was
     * @param changes forward returns, whatever the direction
     * @param base what always saying the same would have been right with; NaN when it is not known
     * @param days one number a day
     * @param reach how many days from one on predictions count as one event, at least 1
     */
    public static Rate of(boolean[] right, double[] changes, double[] base, long[] days, int reach) {
        var hits = Proportion.of(right);
        var ties = (int) Arrays.stream(changes).filter(change -> change == 0).count();
        if (right.length < LEAST) {
            return insufficient(hits, ties);
        }
        // Without base rates of a series nothing is said about any lift.
        var lift = Arrays.stream(base).anyMatch(Double::isNaN)
                ? Optional.<ClusteredMean>empty()
                : ClusteredMean.of(lifts(right, base), days, reach);
        return new Rate(
                right.length,
                hits.hits(),
                ties,
                hits.rate(),
                hits.wilson(),
                ClusteredMean.of(right, days, reach).flatMap(ClusteredMean::interval),
                Arrays.stream(changes).map(change -> change > 0 ? 1 : 0).average(),
                lift.isPresent() ? Arrays.stream(base).average() : OptionalDouble.empty(),
                lift.stream().mapToDouble(ClusteredMean::mean).findFirst(),
                lift.flatMap(ClusteredMean::interval),
                lift.map(mean -> mean.pValue(0)).orElseGet(OptionalDouble::empty));
    }

    private static Rate insufficient(Proportion hits, int ties) {
        var none = OptionalDouble.empty();
        return new Rate(
                hits.count(),
                hits.hits(),
                ties,
                none,
                Optional.empty(),
                Optional.empty(),
                none,
                none,
                none,
                Optional.empty(),
                none);
    }

    private static double[] lifts(boolean[] right, double[] base) {
        return IntStream.range(0, right.length)
                .mapToDouble(i -> (right[i] ? 1 : 0) - base[i])
                .toArray();
    }

    /** Whether there are enough to say anything. */
    public boolean sufficient() {
        return n >= LEAST;
    }
}
