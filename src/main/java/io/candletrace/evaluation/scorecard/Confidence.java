package io.candletrace.evaluation.scorecard;

import io.candletrace.evaluation.statistic.Forecasts;
import io.candletrace.evaluation.statistic.ReliabilityTable;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How well stated confidences fit, at the horizon that they were stated for.
 *
 * @param n how many state a probability
 * @param brier mean squared error
 * @param brierSkill 1 less that over the error of always stating the rate; absent when all ended alike
 * @param logLoss mean, natural logarithm
 * @param expectedError mean distance of stated and happened over the table
 * @param maximumError the largest of them
 * @param discrimination how likely a right one was stated higher than a wrong one; absent when all ended alike
 * @param table by stated probability, in tenths
 */
public record Confidence(
        int n,
        OptionalDouble brier,
        OptionalDouble brierSkill,
        OptionalDouble logLoss,
        OptionalDouble expectedError,
        OptionalDouble maximumError,
        OptionalDouble discrimination,
        ReliabilityTable table) {
    private static final int BINS = 10;

    /** Absent when too few state one: scores are none, and other horizons were not spoken of. */
    static Optional<Confidence> of(Observations observed, int[] rows) {
        var stating = Arrays.stream(rows)
                .filter(row -> !Double.isNaN(observed.stated()[row]))
                .toArray();
        if (stating.length < Rate.LEAST) {
            return Optional.empty();
        }
        var happened = new boolean[stating.length];
        for (var i = 0; i < stating.length; i++) {
            happened[i] = observed.hit(stating[i]);
        }
        var forecasts = Forecasts.of(
                Arrays.stream(stating)
                        .mapToDouble(row -> observed.stated()[row])
                        .toArray(),
                happened);
        var table = forecasts.byWidth(BINS);
        return Optional.of(new Confidence(
                stating.length,
                forecasts.brier(),
                forecasts.brierSkill(),
                forecasts.logLoss(),
                table.expectedError(),
                table.maximumError(),
                forecasts.auc(),
                table));
    }
}
