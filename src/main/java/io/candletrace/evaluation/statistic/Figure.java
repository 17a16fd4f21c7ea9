package io.candletrace.evaluation.statistic;

import java.util.OptionalDouble;

/** A number that can be reported: what was divided by nothing, or left the range of a double, is none. */
final class Figure {
    private Figure() {}

    /** The value; empty when it is not finite. */
    static OptionalDouble of(double value) {
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }
}
