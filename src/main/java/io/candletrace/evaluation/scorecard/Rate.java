package io.candletrace.evaluation.scorecard;

import io.candletrace.evaluation.statistic.ClusteredMean;
import io.candletrace.evaluation.statistic.Interval;
import io.candletrace.evaluation.statistic.Proportion;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntToDoubleFunction;
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
        var right = hits(observed, rows);
        var base = figures(rows, observed::base);
        // Without base rates of a series nothing is said about any lift.
        var lift = Arrays.stream(base).anyMatch(Double::isNaN)
                ? Optional.<ClusteredMean>empty()
                : ClusteredMean.of(lifts(right, base), days);
        return new Rate(
                rows.length,
                hits,
                ties,
                new Proportion(hits, rows.length).rate(),
                new Proportion(hits, rows.length).wilson(),
                ClusteredMean.of(right, days).flatMap(ClusteredMean::interval),
                Arrays.stream(rows)
                        .mapToDouble(row -> observed.change()[row] > 0 ? 1 : 0)
                        .average(),
                lift.isPresent() ? Arrays.stream(base).average() : OptionalDouble.empty(),
                lift.stream().mapToDouble(ClusteredMean::mean).findFirst(),
                lift.flatMap(ClusteredMean::interval),
                lift.map(mean -> mean.pValue(0)).orElseGet(OptionalDouble::empty));
    }

    private static boolean[] hits(Observations observed, int[] rows) {
        var hits = new boolean[rows.length];
        for (var i = 0; i < rows.length; i++) {
            hits[i] = observed.hit(rows[i]);
        }
        return hits;
    }

    private static double[] lifts(boolean[] hits, double[] base) {
        return IntStream.range(0, hits.length)
                .mapToDouble(i -> (hits[i] ? 1 : 0) - base[i])
                .toArray();
    }

    private static double[] figures(int[] rows, IntToDoubleFunction figure) {
        return Arrays.stream(rows).mapToDouble(figure).toArray();
    }

    /** Whether there are enough to say anything. */
    public boolean sufficient() {
        return n >= LEAST;
    }
}
