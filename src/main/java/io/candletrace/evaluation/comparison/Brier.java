package io.candletrace.evaluation.comparison;

import io.candletrace.evaluation.statistic.Forecasts;
import io.candletrace.evaluation.statistic.PairedBootstrap;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How well probabilities fit where both state one at this horizon: mean squared errors, less is better.
 *
 * @param n how many pairs these are
 * @param a of one
 * @param b of the other
 * @param difference of the two, by days: negative when {@code a} fits better
 */
public record Brier(int n, OptionalDouble a, OptionalDouble b, Optional<PairedBootstrap> difference) {

    /** Absent when there are too few. */
    static Optional<Brier> of(Pairs pairs) {
        var stating = pairs.where(Pair::stating);
        return stating.sufficient()
                ? Optional.of(new Brier(
                        stating.size(),
                        Forecasts.of(stating.figures(pair -> pair.a().stated()), stating.marks(Pair::rightA))
                                .brier(),
                        Forecasts.of(stating.figures(pair -> pair.b().stated()), stating.marks(Pair::rightB))
                                .brier(),
                        stating.difference(
                                pair -> error(pair.a().stated(), pair.rightA()),
                                pair -> error(pair.b().stated(), pair.rightB()))))
                : Optional.empty();
    }

    private static double error(double stated, boolean right) {
        var distance = stated - (right ? 1 : 0);
        return distance * distance;
    }
}
