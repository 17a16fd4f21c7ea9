package io.candletrace.evaluation.comparison;

import io.candletrace.evaluation.statistic.PairedBootstrap;
import io.candletrace.evaluation.statistic.Sample;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What following each side would have returned, before costs: means of forward returns in the predicted direction, 0 for HOLD, as
 * shares of the entry price. Absent when there are too few.
 *
 * @param a of one
 * @param b of the other
 * @param difference of the two, by days
 */
public record Gains(OptionalDouble a, OptionalDouble b, Optional<PairedBootstrap> difference) {

    static Gains of(Pairs pairs) {
        return pairs.sufficient()
                ? new Gains(
                        Sample.of(pairs.figures(Pair::gainA)).mean(),
                        Sample.of(pairs.figures(Pair::gainB)).mean(),
                        pairs.difference(Pair::gainA, Pair::gainB))
                : new Gains(OptionalDouble.empty(), OptionalDouble.empty(), Optional.empty());
    }
}
