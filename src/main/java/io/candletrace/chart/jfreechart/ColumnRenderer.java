package io.candletrace.chart.jfreechart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.util.function.IntFunction;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CrosshairState;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.AbstractXYItemRenderer;
import org.jfree.chart.renderer.xy.XYItemRendererState;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.xy.XYDataset;

/** One column a bar from zero to its value, as wide as the candle above it. */
final class ColumnRenderer extends AbstractXYItemRenderer {
    private static final long serialVersionUID = 1;

    private final transient IntFunction<Color> color;

    ColumnRenderer(IntFunction<Color> color) {
        this.color = color;
    }

    @Override
    public void drawItem(
            Graphics2D graphics,
            XYItemRendererState state,
            Rectangle2D area,
            PlotRenderingInfo info,
            XYPlot plot,
            ValueAxis dates,
            ValueAxis values,
            XYDataset dataset,
            int series,
            int item,
            CrosshairState crosshair,
            int pass) {
        var value = dataset.getYValue(series, item);
        if (Double.isNaN(value) || value == 0) {
            return;
        }
        var column = Column.of(item, dates, area);
        var zero = (int) Math.round(values.valueToJava2D(0, area, RectangleEdge.RIGHT));
        var end = (int) Math.round(values.valueToJava2D(value, area, RectangleEdge.RIGHT));
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_OFF);
        graphics.setPaint(color.apply(item));
        graphics.fillRect(column.left(), Math.min(zero, end), column.width(), Math.max(1, Math.abs(zero - end)));
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    }
}
