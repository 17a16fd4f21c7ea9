package io.candletrace.indicator;

import java.util.Arrays;

/** One named line of an indicator: a value per bar of the series, undefined until its window is full. */
public final class Line {
    private final String name;
    private final double[] values;

    private Line(String name, double[] values) {
        this.name = name;
        this.values = values;
    }

    /** A line of these values; {@code NaN} stands for undefined. */
    public static Line of(String name, double[] values) {
        return new Line(name, values.clone());
    }

    /** As a legend shows it: {@code SMA 20}, {@code MACD signal}. */
    public String name() {
        return name;
    }

    /** How many bars the series has. */
    public int size() {
        return values.length;
    }

    /** Whether there is a value at this bar. */
    public boolean definedAt(int index) {
        return !Double.isNaN(values[index]);
    }

    /** The value at this bar; {@code NaN} when undefined. */
    public double at(int index) {
        return values[index];
    }

    /** The value at the newest bar; {@code NaN} when undefined. */
    public double last() {
        return values[values.length - 1];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Line line && name.equals(line.name) && Arrays.equals(values, line.values);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return name + Arrays.toString(values);
    }
}
