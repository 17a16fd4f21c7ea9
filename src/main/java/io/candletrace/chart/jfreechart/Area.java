package io.candletrace.chart.jfreechart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;

/** The area between two lines, as far as it lies between two levels. */
final class Area extends AbstractXYAnnotation {
    private static final long serialVersionUID = 1;

    private final transient double[] upper;
    private final transient double[] lower;
    private final double floor;
    private final double ceiling;
    private final Color color;

    private Area(double[] upper, double[] lower, double floor, double ceiling, Color color) {
        this.upper = upper;
        this.lower = lower;
        this.floor = floor;
        this.ceiling = ceiling;
        this.color = color;
    }

    static Area between(double[] upper, double[] lower, Color color) {
        return new Area(upper, lower, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, color);
    }

    /** Between a line and a level, where the line is above it. */
    static Area above(double level, double[] line, Color color) {
        return new Area(line, constant(level, line.length), level, Double.POSITIVE_INFINITY, color);
    }

    /** Between a line and a level, where the line is below it. */
    static Area below(double level, double[] line, Color color) {
        return new Area(constant(level, line.length), line, Double.NEGATIVE_INFINITY, level, color);
    }

    @Override
    public void draw(
            Graphics2D graphics,
            XYPlot plot,
            Rectangle2D area,
            ValueAxis dates,
            ValueAxis values,
            int rendererIndex,
            PlotRenderingInfo info) {
        var clip = graphics.getClip();
        graphics.clip(visible(area, values));
        graphics.setPaint(color);
        int start = 0;
        while (start < upper.length) {
            int end = start;
            while (end < upper.length && !Double.isNaN(upper[end]) && !Double.isNaN(lower[end])) {
                end++;
            }
            if (end > start) {
                graphics.fill(outline(start, end, area, dates, values));
            }
            start = end + 1;
        }
        graphics.setClip(clip);
    }

    private Rectangle2D visible(Rectangle2D area, ValueAxis values) {
        var top =
                Double.isInfinite(ceiling) ? area.getMinY() : values.valueToJava2D(ceiling, area, RectangleEdge.RIGHT);
        var bottom = Double.isInfinite(floor) ? area.getMaxY() : values.valueToJava2D(floor, area, RectangleEdge.RIGHT);
        return new Rectangle2D.Double(area.getX(), top, area.getWidth(), bottom - top);
    }

    private Path2D outline(int start, int end, Rectangle2D area, ValueAxis dates, ValueAxis values) {
        var path = new Path2D.Double();
        for (int i = start; i < end; i++) {
            var x = dates.valueToJava2D(i, area, RectangleEdge.BOTTOM);
            var y = values.valueToJava2D(upper[i], area, RectangleEdge.RIGHT);
            if (i == start) {
                path.moveTo(x, y);
            } else {
                path.lineTo(x, y);
            }
        }
        for (int i = end - 1; i >= start; i--) {
            path.lineTo(
                    dates.valueToJava2D(i, area, RectangleEdge.BOTTOM),
                    values.valueToJava2D(lower[i], area, RectangleEdge.RIGHT));
        }
        path.closePath();
        return path;
    }

    private static double[] constant(double level, int length) {
        var levels = new double[length];
        Arrays.fill(levels, level);
        return levels;
    }
}
