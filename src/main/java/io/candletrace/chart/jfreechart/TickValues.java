package io.candletrace.chart.jfreechart;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Round values for an axis. */
final class TickValues {
    private static final double[] ROUND = {1, 2, 2.5, 5, 10};

    private TickValues() {}

    /**
     * Evenly spaced round values between two bounds, about {@code count} of them, each a multiple of
     * {@code smallestStep} unless that is zero.
     * Ascending; may be empty when the bounds are closer than a step.
     */
    static List<Double> between(double lower, double upper, int count, double smallestStep) {
        var step = step((upper - lower) / Math.max(1, count), smallestStep);
        var first = (long) Math.ceil(lower / step - 1e-9);
        var last = (long) Math.floor(upper / step + 1e-9);
        return LongStream.rangeClosed(first, last)
                .mapToObj(multiple -> multiple * step)
                .toList();
    }

    /** Round values for a logarithmic axis: like {@link #between} up to a factor of three, beyond that 1, 2, 5 a decade. */
    static List<Double> logarithmic(double lower, double upper, int count, double smallestStep) {
        if (upper < 3 * lower) {
            return between(lower, upper, count, smallestStep);
        }
        var first = (int) Math.floor(Math.log10(lower));
        var last = (int) Math.ceil(Math.log10(upper));
        double[] steps = last - first <= count / 2 ? new double[] {1, 2, 5} : new double[] {1};
        return IntStream.rangeClosed(first, last)
                .boxed()
                .flatMap(power -> DoubleStream.of(steps)
                        .mapToObj(step -> BigDecimal.valueOf(step)
                                .scaleByPowerOfTen(power)
                                .doubleValue()))
                .filter(value -> value >= lower && value <= upper)
                .toList();
    }

    private static double step(double rough, double smallestStep) {
        var wanted = Math.max(rough, smallestStep);
        var power = Math.pow(10, Math.floor(Math.log10(wanted)));
        return DoubleStream.of(ROUND)
                .map(round -> round * power)
                .filter(step -> step >= wanted * (1 - 1e-9))
                .filter(step -> isMultiple(step, smallestStep))
                .findFirst()
                .orElse(10 * power);
    }

    private static boolean isMultiple(double step, double unit) {
        var ratio = step / unit;
        return unit == 0 || Math.abs(ratio - Math.rint(ratio)) < 1e-6;
    }
}
