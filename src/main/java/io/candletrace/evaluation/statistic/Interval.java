package io.candletrace.evaluation.statistic;

/**
 * A 95 % confidence interval, in the unit of what it is about.
 *
 * @param low finite
 * @param high finite, not below the low end
 */
public record Interval(double low, double high) {
    public Interval {
        if (!Double.isFinite(low) || !Double.isFinite(high) || low > high) {
            throw new IllegalArgumentException("an interval must be finite and ascend, was " + low + " to " + high);
        }
    }

    /** Whether the value is inside or at an end. */
    public boolean contains(double value) {
        return value >= low && value <= high;
    }

    /** From end to end. */
    public double width() {
        return high - low;
    }

    /** The part of it where a proportion can be. */
    Interval withinProportions() {
        return new Interval(Math.clamp(low, 0, 1), Math.clamp(high, 0, 1));
    }
}
