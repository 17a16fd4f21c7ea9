package io.candletrace.chart.jfreechart;

import java.util.List;
import java.util.function.IntFunction;

/**
 * What a pane's vertical axis covers.
 *
 * @param lower at the pane's lower edge
 * @param upper at its upper edge, above {@code lower}
 * @param logarithmic whether equal heights are equal ratios; only for positive bounds
 * @param ticks the labelled values, ascending, when there is room for so many
 * @param style how a label is written
 */
record ValueScale(double lower, double upper, boolean logarithmic, IntFunction<List<Double>> ticks, NumberStyle style) {
    ValueScale {
        if (!(lower < upper) || logarithmic && lower <= 0) {
            throw new IllegalArgumentException(
                    "an axis ascends, and is positive when logarithmic, was " + lower + " to " + upper);
        }
    }

    /** An evenly divided axis with round labels. */
    static ValueScale linear(double lower, double upper, NumberStyle style) {
        return new ValueScale(lower, upper, false, count -> TickValues.between(lower, upper, count, 0), style);
    }

    /** An evenly divided axis that is labelled at these values and nowhere else. */
    static ValueScale labelledAt(List<Double> labels, double lower, double upper, NumberStyle style) {
        return new ValueScale(lower, upper, false, count -> labels, style);
    }

    /** Where a value lies between the bounds: 0 at the lower one, 1 at the upper one. */
    double fraction(double value) {
        return (level(value) - level(lower)) / (level(upper) - level(lower));
    }

    /** The value at a fraction of the way up. */
    double value(double fraction) {
        var level = level(lower) + fraction * (level(upper) - level(lower));
        return logarithmic ? Math.exp(level) : level;
    }

    private double level(double value) {
        return logarithmic ? Math.log(Math.max(value, Double.MIN_NORMAL)) : value;
    }
}
