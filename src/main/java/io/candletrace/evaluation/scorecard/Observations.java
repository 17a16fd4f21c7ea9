package io.candletrace.evaluation.scorecard;

import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Predictions of one group whose horizon is over, one a row, in the order in which they were made; columns, because there may be
 * hundreds of thousands. Where a number is absent it is NaN.
 *
 * @param series a number for each series of bars
 * @param day of {@code as_of} in UTC, days since 1970
 * @param entry seconds since 1970 at which the entry bar opened
 * @param exit seconds since 1970 at which the horizon's last bar closed
 * @param direction 1, -1, and 0 for HOLD
 * @param change forward return
 * @param excess forward return over the benchmark's; NaN without one
 * @param stated probability that the direction is right; NaN for HOLD, for scores and at other horizons than the stated one
 * @param up share of all entries of the series that rose
 * @param down share of all entries of the series that fell
 * @param forward 1 when it was decided before the entry bar opened, else 0
 * @param cutoff {@link #BEFORE_CUTOFF} when the entry bar opened on a day that the model may know of, {@link #AFTER_CUTOFF} when it
 *     opened later, and {@link #UNKNOWN_CUTOFF} when nobody has said what the model knows
 */
public record Observations(
        int[] series,
        int[] day,
        long[] entry,
        long[] exit,
        short[] direction,
        double[] change,
        double[] excess,
        double[] stated,
        double[] up,
        double[] down,
        short[] forward,
        short[] cutoff) {

    /** See {@code cutoff}. */
    public static final short UNKNOWN_CUTOFF = -1;

    /** See {@code cutoff}. */
    public static final short BEFORE_CUTOFF = 0;

    /** See {@code cutoff}. */
    public static final short AFTER_CUTOFF = 1;

    /** None. */
    public static final Observations NONE = new Observations(
            new int[0],
            new int[0],
            new long[0],
            new long[0],
            new short[0],
            new double[0],
            new double[0],
            new double[0],
            new double[0],
            new double[0],
            new short[0],
            new short[0]);

    int size() {
        return series.length;
    }

    /** Whether a prediction that has a direction went that way; a return of 0 is a miss. */
    boolean hit(int row) {
        return direction[row] * change[row] > 0;
    }

    /** What always saying what it said would have been right with, over all entries of the series. */
    double base(int row) {
        return direction[row] > 0 ? up[row] : down[row];
    }

    /** The rows for which something holds, in their order. */
    int[] rows(IntPredicate holds) {
        return IntStream.range(0, size()).filter(holds).toArray();
    }

    /** The rows that have a direction. */
    int[] directed() {
        return rows(row -> direction[row] != 0);
    }
}
