package io.candletrace.evaluation.statistic;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.hipparchus.stat.StatUtils;

/** How far values scatter. Equal values scatter by their rounding only, and nothing may be divided by that. */
final class Spread {
    private static final double ROUNDING = 1e-12;

    private Spread() {}

    /** The standard deviation of a sample (n - 1), in the unit of the values; empty below two or when all are equal. */
    static OptionalDouble of(double[] values) {
        return values.length < 2
                ? OptionalDouble.empty()
                : beyondRounding(Math.sqrt(StatUtils.variance(values)), values);
    }

    /** A spread that was found among the values; empty when it is no more than their rounding. */
    static OptionalDouble beyondRounding(double spread, double[] values) {
        var largest = Arrays.stream(values).map(Math::abs).max().orElse(0);
        return spread > largest * ROUNDING ? Figure.of(spread) : OptionalDouble.empty();
    }
}
