package io.candletrace.evaluation.scorecard;

import io.candletrace.evaluation.statistic.InformationCoefficient;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How predictions and returns go together across the instruments of a day: the direction times the stated probability, or the
 * direction alone where none is stated, and 0 for HOLD.
 *
 * @param coefficient by values; absent when no day has two instruments that differ
 * @param ranked by ranks
 */
public record Information(Optional<InformationCoefficient> coefficient, Optional<InformationCoefficient> ranked) {

    static Information of(Observations observed) {
        var order = IntStream.range(0, observed.size())
                .boxed()
                .sorted(Comparator.comparingInt(row -> observed.day()[row]))
                .mapToInt(Integer::intValue)
                .toArray();
        var days = IntStream.of(order).mapToLong(row -> observed.day()[row]).toArray();
        var scores =
                IntStream.of(order).mapToDouble(row -> score(observed, row)).toArray();
        var changes =
                IntStream.of(order).mapToDouble(row -> observed.change()[row]).toArray();
        return new Information(
                InformationCoefficient.of(days, scores, changes, false),
                InformationCoefficient.of(days, scores, changes, true));
    }

    private static double score(Observations observed, int row) {
        var stated = observed.stated()[row];
        return observed.direction()[row] * (Double.isNaN(stated) ? 1 : stated);
    }
}
