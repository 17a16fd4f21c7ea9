package io.candletrace.evaluation.postgres;

import io.candletrace.evaluation.scorecard.Observations;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * Observations as they were read, in no order.
 *
 * @param asOf seconds since 1970
 * @param flags direction plus 1 in two bits, forward in one, {@link Observations#cutoff} plus 1 in two
 */
record ObservedRows(
        int[] series,
        long[] asOf,
        long[] entry,
        long[] exit,
        short[] flags,
        double[] change,
        double[] excess,
        double[] stated) {
    private static final int SECONDS_A_DAY = 86_400;
    private static final int TWO_BITS = 3;
    private static final int FORWARD = 2;
    private static final int CUTOFF = 3;

    static ObservedRows of(Object[] row) {
        return new ObservedRows(
                Packed.integers(row[0]),
                Packed.longs(row[1]),
                Packed.longs(row[2]),
                Packed.longs(row[3]),
                Packed.shorts(row[4]),
                Packed.doubles(row[5]),
                Packed.doubles(row[6]),
                Packed.doubles(row[7]));
    }

    Instant first() {
        return Instant.ofEpochSecond(Arrays.stream(asOf).min().orElseThrow());
    }

    Instant last() {
        return Instant.ofEpochSecond(Arrays.stream(asOf).max().orElseThrow());
    }

    /**
     * In the order of what they are about. Rows are read in the order in which they happened to be written: the same study done again
     * is to give the same digits.
     */
    Observations observations(SeriesNumbers.Rates rates) {
        var order = order();
        return new Observations(
                integers(order, i -> series[i]),
                integers(order, i -> Math.toIntExact(Math.floorDiv(asOf[i], SECONDS_A_DAY))),
                longs(order, entry),
                longs(order, exit),
                shorts(order, i -> (flags[i] & TWO_BITS) - 1),
                doubles(order, i -> change[i]),
                doubles(order, i -> excess[i]),
                doubles(order, i -> stated[i]),
                doubles(order, i -> rates.up()[series[i]]),
                doubles(order, i -> rates.down()[series[i]]),
                shorts(order, i -> flags[i] >> FORWARD & 1),
                shorts(order, i -> (flags[i] >> CUTOFF & TWO_BITS) - 1));
    }

    private int[] order() {
        var order = IntStream.range(0, asOf.length).boxed().toArray(Integer[]::new);
        Arrays.parallelSort(
                order,
                Comparator.<Integer>comparingLong(i -> asOf[i])
                        .thenComparingInt(i -> series[i])
                        .thenComparingInt(i -> flags[i])
                        .thenComparingDouble(i -> change[i])
                        .thenComparingDouble(i -> excess[i])
                        .thenComparingDouble(i -> stated[i])
                        .thenComparingLong(i -> entry[i]));
        return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
    }

    private static int[] integers(int[] order, IntUnaryOperator value) {
        return Arrays.stream(order).map(value).toArray();
    }

    private static long[] longs(int[] order, long[] values) {
        return Arrays.stream(order).mapToLong(i -> values[i]).toArray();
    }

    private static double[] doubles(int[] order, IntToDoubleFunction value) {
        return Arrays.stream(order).mapToDouble(value).toArray();
    }

    private static short[] shorts(int[] order, IntUnaryOperator value) {
        var values = new short[order.length];
        for (var i = 0; i < order.length; i++) {
            values[i] = (short) value.applyAsInt(order[i]);
        }
        return values;
    }
}
