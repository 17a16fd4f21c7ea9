package io.candletrace.chart.jfreechart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Stroke;
import java.util.Arrays;
import java.util.function.IntFunction;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYItemRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.DefaultXYDataset;

/** A pane's plot while it is put together; what is added later lies above what was added before. */
final class Layers {
    static final Stroke LINE = solid(1.8f);
    static final Stroke EDGE = solid(1.5f);
    static final Stroke STRONG = solid(2.2f);
    static final Stroke DASHED = dashed(1.8f, 7f, 4f);
    static final Stroke GUIDE = dashed(1.2f, 5f, 4f);
    static final Stroke DOTTED = dashed(1.4f, 2f, 3f);
    private static final Stroke HAIR = solid(1f);

    private final XYPlot plot = new XYPlot();
    private final Scene scene;
    private int count;

    Layers(Scene scene, RightAxis axis) {
        this.scene = scene;
        var palette = scene.palette();
        plot.setRangeAxis(axis);
        plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_RIGHT);
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        plot.setBackgroundPaint(palette.background());
        plot.setDomainGridlinePaint(palette.grid());
        plot.setDomainGridlineStroke(HAIR);
        plot.setRangeGridlinePaint(palette.grid());
        plot.setRangeGridlineStroke(HAIR);
        plot.setOutlinePaint(palette.gridStrong());
        plot.setOutlineStroke(HAIR);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setInsets(RectangleInsets.ZERO_INSETS);
        PeriodLines.of(scene).forEach(line -> plot.addDomainMarker(line, Layer.BACKGROUND));
    }

    Layers line(double[] values, Color color, Stroke stroke) {
        var renderer = new XYLineAndShapeRenderer(true, false);
        renderer.setDrawSeriesLineAsPath(true);
        renderer.setSeriesPaint(0, color);
        renderer.setSeriesStroke(0, stroke);
        return add(values, renderer);
    }

    Layers columns(double[] values, IntFunction<Color> color) {
        return add(values, new ColumnRenderer(color));
    }

    Layers candles() {
        var closes = scene.bars().stream().mapToDouble(bar -> bar.close().doubleValue());
        return add(closes.toArray(), new CandleRenderer(scene.bars(), scene.palette()));
    }

    /** Fills an area below all layers. Needs a layer. */
    Layers area(Area area) {
        plot.getRenderer(0).addAnnotation(area, Layer.BACKGROUND);
        return this;
    }

    /** A horizontal line below all layers. */
    Layers level(double value, Color color, Stroke stroke) {
        plot.addRangeMarker(new ValueMarker(value, color, stroke), Layer.BACKGROUND);
        return this;
    }

    /** A horizontal band below all layers. */
    Layers band(double from, double to, Color color) {
        var marker = new IntervalMarker(from, to, color);
        marker.setAlpha(1);
        plot.addRangeMarker(marker, Layer.BACKGROUND);
        return this;
    }

    XYPlot plot() {
        return plot;
    }

    private Layers add(double[] values, XYItemRenderer renderer) {
        var dataset = new DefaultXYDataset();
        var places = new double[values.length];
        Arrays.setAll(places, place -> place);
        dataset.addSeries("", new double[][] {places, values});
        plot.setDataset(count, dataset);
        plot.setRenderer(count, renderer);
        count++;
        return this;
    }

    private static Stroke solid(float width) {
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
    }

    private static Stroke dashed(float width, float... dashes) {
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1f, dashes, 0f);
    }
}
