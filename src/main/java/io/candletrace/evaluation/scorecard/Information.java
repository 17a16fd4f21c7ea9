package io.candletrace.evaluation.scorecard;

import io.candletrace.evaluation.statistic.Correlation;
import io.candletrace.evaluation.statistic.InformationCoefficient;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How predictions and returns go together across the instruments of a day: the direction times the stated probability, or the
 * direction alone where none is stated, and 0 for HOLD.
 *
 * @param coefficient by values
 * @param ranked by ranks
 */
public record Information(InformationCoefficient coefficient, InformationCoefficient ranked) {

    static Information of(Observations observed) {
        var days = Arrays.stream(observed.day()).asLongStream().toArray();
        var scores = IntStream.range(0, observed.size())
                .mapToDouble(row -> score(observed, row))
                .toArray();
        return new Information(
                InformationCoefficient.across(Correlation.PEARSON, days, scores, observed.change()),
                InformationCoefficient.across(Correlation.SPEARMAN, days, scores, observed.change()));
    }

    private static double score(Observations observed, int row) {
        var stated = observed.stated()[row];
        return observed.direction()[row] * (Double.isNaN(stated) ? 1 : stated);
    }
}
