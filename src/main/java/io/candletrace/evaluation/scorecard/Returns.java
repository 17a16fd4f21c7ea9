package io.candletrace.evaluation.scorecard;

import io.candletrace.evaluation.statistic.Sample;
import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * What following predictions returned, before costs: forward returns in the predicted direction, as shares of the entry price.
 *
 * @param mean of them
 * @param median of them
 * @param t standard errors that the mean of a day's returns is from 0, with the lag of overlapping horizons
 * @param excess mean over the benchmark, in the predicted direction, of those that have one
 */
public record Returns(OptionalDouble mean, OptionalDouble median, OptionalDouble t, OptionalDouble excess) {

    static Returns of(Observations observed, int[] rows, int horizon) {
        var gains = gains(observed, observed.change(), rows);
        var excess = Arrays.stream(gains(observed, observed.excess(), rows))
                .filter(value -> !Double.isNaN(value))
                .toArray();
        var sample = Sample.of(gains);
        return new Returns(
                sample.mean(),
                sample.median(),
                Sample.dailyMeans(
                                gains,
                                Arrays.stream(rows)
                                        .mapToLong(row -> observed.day()[row])
                                        .toArray())
                        .t(horizon),
                Sample.of(excess).mean());
    }

    private static double[] gains(Observations observed, double[] rates, int[] rows) {
        return Arrays.stream(rows)
                .mapToDouble(row -> observed.direction()[row] * rates[row])
                .toArray();
    }
}
