package io.candletrace.chart.jfreechart;

import java.awt.geom.Rectangle2D;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.ui.RectangleEdge;

/**
 * Where a bar stands, in whole pixels, so that every candle is equally sharp.
 *
 * @param middle left edge of the two pixels in the bar's middle
 * @param half how many pixels the body reaches to either side, the middle ones included; 2 or more
 */
record Column(int middle, int half) {
    private static final double BODY = 0.74;
    private static final int WIDEST_HALF = 13;

    static Column of(double index, ValueAxis axis, Rectangle2D area) {
        var step = axis.lengthToJava2D(1, area, RectangleEdge.BOTTOM);
        var half = (int) Math.clamp(Math.round(step * BODY / 2), 2, WIDEST_HALF);
        var middle = (int) Math.round(axis.valueToJava2D(index, area, RectangleEdge.BOTTOM)) - 1;
        return new Column(middle, half);
    }

    /** Left edge of the body, in px. */
    int left() {
        return middle + 1 - half;
    }

    /** Width of the body, in px. */
    int width() {
        return 2 * half;
    }
}
