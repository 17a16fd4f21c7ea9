package io.candletrace.evaluation.postgres;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Columns of many rows as PostgreSQL sends them in one value: its binary format, one after the other. */
final class Packed {
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

    private static ByteBuffer buffer(@Nullable Object column) {
        return ByteBuffer.wrap(column == null ? new byte[0] : (byte[]) column);
    }
}
