package io.candletrace.chart.jfreechart;

import io.candletrace.market.Bar;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CrosshairState;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.AbstractXYItemRenderer;
import org.jfree.chart.renderer.xy.XYItemRendererState;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.xy.XYDataset;

/** Candles: hollow when the close is not below the open, filled when it is. */
final class CandleRenderer extends AbstractXYItemRenderer {
    private static final long serialVersionUID = 1;
    private static final int THICK_FROM_HALF = 4;

    private final transient List<Bar> bars;
    private final transient Palette palette;

    CandleRenderer(List<Bar> bars, Palette palette) {
        this.bars = bars;
        this.palette = palette;
    }

    @Override
    public void drawItem(
            Graphics2D graphics,
            XYItemRendererState state,
            Rectangle2D area,
            PlotRenderingInfo info,
            XYPlot plot,
            ValueAxis dates,
            ValueAxis prices,
            XYDataset dataset,
            int series,
            int item,
            CrosshairState crosshair,
            int pass) {
        var bar = bars.get(item);
        var candle = new Candle(
                Column.of(item, dates, area),
                pixel(bar.high().doubleValue(), prices, area),
                pixel(bar.low().doubleValue(), prices, area),
                pixel(bar.open().doubleValue(), prices, area),
                pixel(bar.close().doubleValue(), prices, area));
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_OFF);
        draw(graphics, candle, bar.close().compareTo(bar.open()) >= 0);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    }

    private void draw(Graphics2D graphics, Candle candle, boolean rising) {
        graphics.setPaint(palette.direction(rising));
        var column = candle.column();
        graphics.fillRect(column.middle(), candle.high(), 2, Math.max(2, candle.low() - candle.high()));
        graphics.fillRect(column.left(), candle.top(), column.width(), candle.bodyHeight());
        var edge = column.half() < THICK_FROM_HALF ? 1 : 2;
        if (rising && candle.bodyHeight() > 2 * edge) {
            graphics.setPaint(palette.background());
            graphics.fillRect(
                    column.left() + edge,
                    candle.top() + edge,
                    column.width() - 2 * edge,
                    candle.bodyHeight() - 2 * edge);
        }
    }

    private static int pixel(double price, ValueAxis axis, Rectangle2D area) {
        return (int) Math.round(axis.valueToJava2D(price, area, RectangleEdge.RIGHT));
    }

    /**
     * A candle in px, from the top of the picture.
     *
     * @param column where it stands
     * @param high upper end of the wick
     * @param low lower end of the wick
     * @param open one end of the body
     * @param close the other end of the body
     */
    private record Candle(Column column, int high, int low, int open, int close) {
        int top() {
            return Math.min(open, close);
        }

        /** At least two px, so that a bar that closes where it opened is still seen. */
        int bodyHeight() {
            return Math.max(2, Math.abs(open - close));
        }
    }
}
