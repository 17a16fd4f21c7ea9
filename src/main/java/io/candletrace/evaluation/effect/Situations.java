package io.candletrace.evaluation.effect;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;

/**
 * Predictions whose horizon is over, one a row, and in which states the indicators were that they saw; columns, because there may be
 * hundreds of thousands.
 *
 * @param day of {@code as_of} in UTC, days since 1970
 * @param direction 1, -1, and 0 for HOLD
 * @param change forward return
 * @param up share of all entries of the series that rose; NaN when it is not known
 * @param down share of all entries of the series that fell; NaN when it is not known
 * @param reach how many days from {@code as_of} to the day of the horizon's end, of the longest, at least 1: predictions that are less
 *     days apart overlap
 * @param occurrences which rows were in which states
 * @param untold rows whose states were not told yet
 */
public record Situations(
        int[] day,
        short[] direction,
        double[] change,
        double[] up,
        double[] down,
        int reach,
        Occurrences occurrences,
        long untold) {

    int size() {
        return day.length;
    }

    long[] days(int[] rows) {
        return Arrays.stream(rows).mapToLong(row -> day[row]).toArray();
    }

    double[] changes(int[] rows) {
        return figures(rows, row -> change[row]);
    }

    /** Returns in the predicted direction. */
    double[] gains(int[] rows) {
        return figures(rows, row -> direction[row] * change[row]);
    }

    /** What always saying what each said would have been right with, over all entries of the series. */
    double[] base(int[] rows) {
        return figures(rows, row -> direction[row] > 0 ? up[row] : down[row]);
    }

    /** Whether each that has a direction went that way; a return of 0 is a miss. */
    boolean[] right(int[] rows) {
        var right = new boolean[rows.length];
        for (var i = 0; i < rows.length; i++) {
            right[i] = direction[rows[i]] * change[rows[i]] > 0;
        }
        return right;
    }

    static int[] only(int[] rows, IntPredicate holds) {
        return Arrays.stream(rows).filter(holds).toArray();
    }

    private static double[] figures(int[] rows, IntToDoubleFunction figure) {
        return Arrays.stream(rows).mapToDouble(figure).toArray();
    }
}
