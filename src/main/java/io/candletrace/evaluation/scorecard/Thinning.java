package io.candletrace.evaluation.scorecard;

import java.util.BitSet;
import java.util.function.IntToDoubleFunction;

/** Picks the points of a long curve that are drawn: evenly many of every stretch of it, and of each stretch its extremes. */
final class Thinning {
    /** More cannot be told apart on a screen. */
    static final int MOST = 1_000;

    private Thinning() {}

    /**
     * The points that are kept, ascending: all of few; else at most {@link #MOST}, the first and the last among them, and the lowest
     * and the highest of each shape.
     *
     * @param shapes what is drawn of a point, by its number
     */
    static int[] kept(int size, IntToDoubleFunction... shapes) {
        var kept = new BitSet(size);
        if (size <= MOST) {
            kept.set(0, size);
            return kept.stream().toArray();
        }
        kept.set(0);
        kept.set(size - 1);
        var stretches = (MOST - 2) / (2 * shapes.length);
        for (var stretch = 0; stretch < stretches; stretch++) {
            var from = (int) ((long) size * stretch / stretches);
            var to = (int) ((long) size * (stretch + 1) / stretches);
            for (var shape : shapes) {
                kept.set(lowest(shape, from, to));
                kept.set(lowest(point -> -shape.applyAsDouble(point), from, to));
            }
        }
        return kept.stream().toArray();
    }

    private static int lowest(IntToDoubleFunction shape, int from, int to) {
        var lowest = from;
        for (var point = from + 1; point < to; point++) {
            if (shape.applyAsDouble(point) < shape.applyAsDouble(lowest)) {
                lowest = point;
            }
        }
        return lowest;
    }
}
