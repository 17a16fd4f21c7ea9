package io.candletrace.evaluation.comparison;

import java.util.Comparator;

/**
 * What both sides said about the same, and what came of it.
 *
 * @param day of {@code as_of} in UTC, days since 1970
 * @param change forward return
 * @param a what one said
 * @param b what the other said
 */
public record Pair(int day, double change, Said a, Said b) {
    private static final Comparator<Said> BY_WORDS =
            Comparator.comparingInt(Said::direction).thenComparingDouble(Said::stated);

    /** By everything there is: pairs that this does not tell apart are equal, so that no order but this one is left. */
    static final Comparator<Pair> ORDER = Comparator.comparingInt(Pair::day)
            .thenComparingDouble(Pair::change)
            .thenComparing(Pair::a, BY_WORDS)
            .thenComparing(Pair::b, BY_WORDS);

    /** Whether both have a direction. */
    boolean directed() {
        return a.direction != 0 && b.direction != 0;
    }

    /** Whether both state a probability. */
    boolean stating() {
        return !Double.isNaN(a.stated) && !Double.isNaN(b.stated);
    }

    boolean rightA() {
        return a.right(change);
    }

    boolean rightB() {
        return b.right(change);
    }

    double gainA() {
        return a.gain(change);
    }

    double gainB() {
        return b.gain(change);
    }

    /**
     * What one of them said.
     *
     * @param direction 1, -1, and 0 for HOLD
     * @param stated probability that the direction is right; NaN for HOLD, for scores and at other horizons than the stated one
     */
    public record Said(int direction, double stated) {
        /** A return of 0 is a miss, and HOLD is never right. */
        private boolean right(double change) {
            return direction * change > 0;
        }

        /** Return in the predicted direction; 0 for HOLD. */
        private double gain(double change) {
            return direction == 0 ? 0 : direction * change;
        }
    }
}
