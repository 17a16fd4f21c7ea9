package io.candletrace.evaluation.scorecard;

import io.candletrace.evaluation.statistic.ClusteredMean;
import io.candletrace.evaluation.statistic.Interval;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What predictions had returned in their direction after some bars, before costs, as a share of the entry price.
 *
 * @param horizon bars
 * @param n how many have a direction and are over
 * @param mean absent of too few
 * @param interval of 95 %, by days, days whose horizons overlap taken for related; absent of too few
 */
public record MeanReturn(int horizon, int n, OptionalDouble mean, Optional<Interval> interval) {
    private static final int SECONDS_A_DAY = 86_400;

    /** Of these rows, which have a direction. */
    static MeanReturn of(int horizon, Observations observed, int[] rows) {
        if (rows.length < Rate.LEAST) {
            return new MeanReturn(horizon, rows.length, OptionalDouble.empty(), Optional.empty());
        }
        var gains = Arrays.stream(rows)
                .mapToDouble(row -> observed.direction()[row] * observed.change()[row])
                .toArray();
        var days = Arrays.stream(rows).mapToLong(row -> observed.day()[row]).toArray();
        var found = ClusteredMean.of(gains, days, reach(observed, rows));
        return new MeanReturn(
                horizon,
                rows.length,
                found.stream().mapToDouble(ClusteredMean::mean).findFirst(),
                found.flatMap(ClusteredMean::interval));
    }

    /** In days from {@code as_of}, of the longest. */
    private static int reach(Observations observed, int[] rows) {
        return Arrays.stream(rows)
                .map(row -> (int) (observed.exit()[row] / SECONDS_A_DAY) - observed.day()[row])
                .reduce(1, Math::max);
    }
}
