package io.candletrace.chart.jfreechart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/** The axis at the right of a pane: labels in our own letters, and a tag at the latest value where there is one. */
final class RightAxis extends NumberAxis {
    private static final long serialVersionUID = 1;
    private static final int LABEL_GAP = 8;
    private static final int TAG_HEIGHT = 22;
    private static final int LABEL_SPACING = 44;
    private static final int LEAST_SPACING = 18;
    private static final int FEWEST_LABELS = 3;

    private final transient ValueScale scale;
    private final transient Scene scene;
    private final transient Lettering labels;
    private final transient Optional<Tag> tag;

    /**
     * A marked value.
     *
     * @param value where
     * @param fill the tag's colour
     * @param ink the text's colour
     * @param letters the text's letters
     */
    record Tag(double value, Color fill, Color ink, Lettering letters) {}

    RightAxis(ValueScale scale, Scene scene, Optional<Tag> tag) {
        this.scale = scale;
        this.scene = scene;
        this.labels = scene.letterings().small();
        this.tag = tag;
        setAutoRange(false);
        setRange(scale.lower(), scale.upper());
    }

    @Override
    public double valueToJava2D(double value, Rectangle2D area, RectangleEdge edge) {
        return area.getMaxY() - scale.fraction(value) * area.getHeight();
    }

    @Override
    public double java2DToValue(double y, Rectangle2D area, RectangleEdge edge) {
        return scale.value((area.getMaxY() - y) / area.getHeight());
    }

    /** As wide as the picture's price axis in every pane, so that all panes are equally wide. */
    @Override
    public AxisSpace reserveSpace(
            Graphics2D graphics, Plot plot, Rectangle2D plotArea, RectangleEdge edge, AxisSpace space) {
        space.add(scene.axisWidth(), edge);
        return space;
    }

    @Override
    public AxisState draw(
            Graphics2D graphics,
            double cursor,
            Rectangle2D plotArea,
            Rectangle2D area,
            RectangleEdge edge,
            PlotRenderingInfo info) {
        var ticks = refreshTicks(graphics, new AxisState(cursor), area, edge);
        ticks.forEach(tick -> drawLabel(graphics, tick, area));
        tag.ifPresent(marked -> drawTag(graphics, marked, area));
        var state = new AxisState(cursor);
        state.setTicks(ticks);
        return state;
    }

    @Override
    public List<NumberTick> refreshTicks(Graphics2D graphics, AxisState state, Rectangle2D area, RectangleEdge edge) {
        var count = Math.max(FEWEST_LABELS, (int) (area.getHeight() / LABEL_SPACING));
        return labelled(count, area).stream()
                .map(value -> new NumberTick(
                        value, scale.style().text(value), TextAnchor.CENTER_LEFT, TextAnchor.CENTER_LEFT, 0))
                .toList();
    }

    /** Two labels at least, and none so close that they touch; when round values do not allow both, the wished number. */
    private List<Double> labelled(int count, Rectangle2D area) {
        return IntStream.concat(IntStream.range(count, 2 * count), IntStream.range(2, count))
                .mapToObj(scale.ticks())
                .filter(values -> values.size() > 1 && apart(values, area))
                .findFirst()
                .orElseGet(() -> scale.ticks().apply(1));
    }

    private boolean apart(List<Double> values, Rectangle2D area) {
        return IntStream.range(1, values.size())
                .allMatch(i -> valueToJava2D(values.get(i - 1), area, RectangleEdge.RIGHT)
                                - valueToJava2D(values.get(i), area, RectangleEdge.RIGHT)
                        >= LEAST_SPACING);
    }

    private void drawLabel(Graphics2D graphics, NumberTick tick, Rectangle2D area) {
        var y = valueToJava2D(tick.getValue(), area, RectangleEdge.RIGHT);
        var hidden = tag.filter(marked -> Math.abs(tagMiddle(marked, area) - y) < TAG_HEIGHT - 2);
        if (hidden.isEmpty() && y > area.getMinY() + 4 && y < area.getMaxY() - 4) {
            labels.draw(
                    graphics,
                    tick.getText(),
                    area.getMaxX() + LABEL_GAP,
                    y + labels.drop(),
                    scene.palette().muted());
        }
    }

    private void drawTag(Graphics2D graphics, Tag marked, Rectangle2D area) {
        var text = scale.style().text(marked.value());
        var middle = tagMiddle(marked, area);
        var left = Math.round(area.getMaxX()) + 1;
        graphics.setPaint(marked.fill());
        graphics.fill(new Rectangle2D.Double(
                left,
                Math.round(middle) - TAG_HEIGHT / 2.0,
                marked.letters().width(text) + 2 * LABEL_GAP - 2,
                TAG_HEIGHT));
        marked.letters()
                .draw(
                        graphics,
                        text,
                        area.getMaxX() + LABEL_GAP,
                        middle + marked.letters().drop(),
                        marked.ink());
    }

    private double tagMiddle(Tag marked, Rectangle2D area) {
        return valueToJava2D(marked.value(), area, RectangleEdge.RIGHT);
    }
}
