package io.candletrace.evaluation.statistic;

import java.util.Arrays;

/** Columns of observations as they come in: their own copy, of one length, of numbers that can be counted with. */
final class Columns {
    private Columns() {}

    /**
     * A copy of them.
     *
     * @throws IllegalArgumentException when one is not finite
     */
    static double[] finite(String name, double[] values) {
        return within(name, values, -Double.MAX_VALUE, Double.MAX_VALUE);
    }

    /**
     * A copy of them, without a negative zero, which sorts before zero.
     *
     * @throws IllegalArgumentException when one is not between 0 and 1
     */
    static double[] probabilities(String name, double[] values) {
        return Arrays.stream(within(name, values, 0, 1))
                .map(value -> value + 0.0)
                .toArray();
    }

    /** 1 for what is true, 0 for what is not. */
    static double[] indicators(boolean[] values) {
        var indicators = new double[values.length];
        for (var i = 0; i < values.length; i++) {
            indicators[i] = values[i] ? 1 : 0;
        }
        return indicators;
    }

    /** Fails with an {@link IllegalArgumentException} when the columns differ in length. */
    static void requireSameLength(String name, int length, String other, int otherLength) {
        if (length != otherLength) {
            throw new IllegalArgumentException(
                    "one of each per observation: %d %s, %d %s".formatted(length, name, otherLength, other));
        }
    }

    /** Fails with an {@link IllegalArgumentException} when the number is below its least value. */
    static void requireAtLeast(int least, String name, int value) {
        if (value < least) {
            throw new IllegalArgumentException("%s must be at least %d, was %d".formatted(name, least, value));
        }
    }

    private static double[] within(String name, double[] values, double low, double high) {
        for (var i = 0; i < values.length; i++) {
            // Written so that NaN, which compares with nothing, is refused as well.
            if (!(values[i] >= low && values[i] <= high)) {
                throw new IllegalArgumentException(
                        "%s must be from %s to %s, was %s at %d".formatted(name, low, high, values[i], i));
            }
        }
        return values.clone();
    }
}
