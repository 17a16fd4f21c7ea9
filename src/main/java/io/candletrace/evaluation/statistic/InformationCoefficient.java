package io.candletrace.evaluation.statistic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How scores and the returns that followed go together, day by day across instruments (Grinold and Kahn, Active Portfolio
 * Management).
 *
 * @param mean of the days' correlations
 * @param days how many have one: two instruments or more, whose scores and returns vary
 * @param deviation of the days' correlations; absent with fewer than two days
 */
public record InformationCoefficient(double mean, int days, OptionalDouble deviation) {

    /**
     * Of these; absent when no day has a correlation.
     *
     * @param day of each score, ascending
     * @param ranked whether by ranks instead of values
     */
    public static Optional<InformationCoefficient> of(long[] day, double[] score, double[] change, boolean ranked) {
        var found = new ArrayList<Double>();
        for (var from = 0; from < day.length; ) {
            var to = from;
            while (to < day.length && day[to] == day[from]) {
                to++;
            }
            var scores = Arrays.copyOfRange(score, from, to);
            var changes = Arrays.copyOfRange(change, from, to);
            var correlation = ranked ? Correlation.spearman(scores, changes) : Correlation.pearson(scores, changes);
            correlation.ifPresent(found::add);
            from = to;
        }
        return of(found);
    }

    private static Optional<InformationCoefficient> of(List<Double> correlations) {
        var sample = new Sample(
                correlations.stream().mapToDouble(Double::doubleValue).toArray());
        return sample.mean().stream()
                .mapToObj(mean -> new InformationCoefficient(mean, correlations.size(), sample.deviation()))
                .findFirst();
    }

    /** The mean over the deviation; absent when they do not vary. */
    public OptionalDouble ratio() {
        return deviation.isPresent() && deviation.getAsDouble() > 0
                ? OptionalDouble.of(mean / deviation.getAsDouble())
                : OptionalDouble.empty();
    }

    /** How many standard errors the mean is from 0; absent when they do not vary. */
    public OptionalDouble t() {
        var ratio = ratio();
        return ratio.isPresent() ? OptionalDouble.of(ratio.getAsDouble() * Math.sqrt(days)) : ratio;
    }
}
