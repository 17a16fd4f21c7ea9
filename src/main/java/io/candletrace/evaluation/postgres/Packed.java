package io.candletrace.evaluation.postgres;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Columns of many rows as PostgreSQL sends them in one value: its binary format, one after the other. */
final class Packed {
    private static final int FLAGS_AND_TYPE = 2 * Integer.BYTES;

    private Packed() {}

    static double[] doubles(@Nullable Object column) {
        var buffer = buffer(column).asDoubleBuffer();
        var values = new double[buffer.remaining()];
        buffer.get(values);
        return values;
    }

    static long[] longs(@Nullable Object column) {
        var buffer = buffer(column).asLongBuffer();
        var values = new long[buffer.remaining()];
        buffer.get(values);
        return values;
    }

    static int[] integers(@Nullable Object column) {
        var buffer = buffer(column).asIntBuffer();
        var values = new int[buffer.remaining()];
        buffer.get(values);
        return values;
    }

    static short[] shorts(@Nullable Object column) {
        var buffer = buffer(column).asShortBuffer();
        var values = new short[buffer.remaining()];
        buffer.get(values);
        return values;
    }

    /** Arrays of whole numbers without nulls, which PostgreSQL sends as dimensions, flags, type, length, lower bound and elements. */
    static int[][] arrays(@Nullable Object column, int count) {
        var buffer = buffer(column);
        var arrays = new int[count][];
        for (var i = 0; i < count; i++) {
            var dimensions = buffer.getInt();
            buffer.position(buffer.position() + FLAGS_AND_TYPE);
            arrays[i] = dimensions == 0 ? new int[0] : elements(buffer);
        }
        return arrays;
    }

    private static int[] elements(ByteBuffer buffer) {
        var elements = new int[buffer.getInt()];
        buffer.position(buffer.position() + Integer.BYTES);
        for (var i = 0; i < elements.length; i++) {
            buffer.position(buffer.position() + Integer.BYTES);
            elements[i] = buffer.getInt();
        }
        return elements;
    }

    private static ByteBuffer buffer(@Nullable Object column) {
        return ByteBuffer.wrap(column == null ? new byte[0] : (byte[]) column);
    }
}
