package io.candletrace.evaluation.calibration;

import java.util.stream.IntStream;

/**
 * Stated probabilities with what came of them, one a row, in any order; columns, because there may be hundreds of thousands.
 *
 * @param stated that the direction is right, 0 to 1
 * @param hit whether it was
 * @param fresh whether that was not known when the version before was fitted
 */
public record StatedOutcomes(double[] stated, boolean[] hit, boolean[] fresh) {
    public StatedOutcomes {
        if (stated.length != hit.length || stated.length != fresh.length) {
            throw new IllegalArgumentException("one of each per outcome: %d stated, %d hit, %d fresh"
                    .formatted(stated.length, hit.length, fresh.length));
        }
    }

    /** How many. */
    public int size() {
        return stated.length;
    }

    /** Those that were not known when the version before was fitted. */
    StatedOutcomes onlyFresh() {
        var rows = IntStream.range(0, size()).filter(row -> fresh[row]).toArray();
        var happened = new boolean[rows.length];
        var all = new boolean[rows.length];
        for (var i = 0; i < rows.length; i++) {
            happened[i] = hit[rows[i]];
            all[i] = true;
        }
        return new StatedOutcomes(
                IntStream.of(rows).mapToDouble(row -> stated[row]).toArray(), happened, all);
    }
}
