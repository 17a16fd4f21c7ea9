package io.candletrace.chart.jfreechart;

import io.candletrace.chart.jfreechart.AxisDates.Rank;
import io.candletrace.chart.jfreechart.DateLabels.DateLabel;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/** The axis that all panes share: one place a bar, so that nights, weekends and holidays leave no gap. */
final class DateAxis extends NumberAxis {
    private static final long serialVersionUID = 1;
    private static final int TWO_ROWS_PX = 48;
    private static final int FEWEST_PLACES = 24;
    private static final int LABEL_SPACING = 52;
    private static final int YEAR_GAP = 12;
    private static final int FIRST_ROW = 19;
    private static final int SECOND_ROW = 39;

    private final transient AxisDates dates;
    private final transient Letterings letterings;
    private final transient Palette palette;

    DateAxis(AxisDates dates, Letterings letterings, Palette palette) {
        this.dates = dates;
        this.letterings = letterings;
        this.palette = palette;
        var room = Math.max(0, FEWEST_PLACES - dates.size()) / 2.0;
        setAutoRange(false);
        setRange(-0.75 - room, dates.size() + room);
    }

    @Override
    public AxisSpace reserveSpace(
            Graphics2D graphics, Plot plot, Rectangle2D plotArea, RectangleEdge edge, AxisSpace space) {
        space.add(TWO_ROWS_PX, edge);
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
        var labels = labels(area);
        var bold = emphasised(labels);
        labels.forEach(label -> drawLabel(graphics, label, label.rank().compareTo(bold) <= 0, area));
        drawYears(graphics, labels, area, drawZone(graphics, area));
        var state = new AxisState(cursor);
        state.setTicks(ticks(labels));
        return state;
    }

    private static List<NumberTick> ticks(List<DateLabel> labels) {
        return labels.stream()
                .map(label ->
                        new NumberTick(label.index(), label.text(), TextAnchor.TOP_CENTER, TextAnchor.TOP_CENTER, 0))
                .toList();
    }

    private List<DateLabel> labels(Rectangle2D area) {
        return DateLabels.of(dates, index -> x(index, area), LABEL_SPACING);
    }

    private double x(int index, Rectangle2D area) {
        return valueToJava2D(index, area, RectangleEdge.BOTTOM);
    }

    /** The finest rank that stands out: days among times, else months among days. */
    private static Rank emphasised(List<DateLabel> labels) {
        return labels.stream().anyMatch(label -> label.rank() == Rank.TIME) ? Rank.DAY : Rank.MONTH;
    }

    private void drawLabel(Graphics2D graphics, DateLabel label, boolean bold, Rectangle2D area) {
        var letters = bold ? letterings.smallBold() : letterings.small();
        var color = bold ? palette.text() : palette.muted();
        var half = letters.width(label.text()) / 2;
        var middle = Math.max(area.getMinX() + half, x(label.index(), area));
        letters.drawCentred(graphics, label.text(), middle, area.getMaxY() + FIRST_ROW, color);
    }

    /** Says at the right end which zone the times are of; answers where that begins. */
    private double drawZone(Graphics2D graphics, Rectangle2D area) {
        if (dates.zone().isEmpty()) {
            return Double.MAX_VALUE;
        }
        var letters = letterings.small();
        var text = dates.zone().get();
        letters.drawRight(graphics, text, area.getMaxX(), area.getMaxY() + SECOND_ROW, palette.muted());
        return area.getMaxX() - letters.width(text) - YEAR_GAP;
    }

    /** The year stands below the first label of each year, so that every date on the axis has one to its left. */
    private void drawYears(Graphics2D graphics, List<DateLabel> labels, Rectangle2D area, double end) {
        var letters = letterings.smallBold();
        var free = area.getMinX();
        var year = Integer.MIN_VALUE;
        for (var label : labels) {
            var date = dates.date(label.index());
            var text = dates.rest(label.index(), label.rank());
            var left = Math.max(area.getMinX(), x(label.index(), area) - letters.width(text) / 2);
            if (date.getYear() != year && left >= free && left + letters.width(text) <= end) {
                letters.draw(graphics, text, left, area.getMaxY() + SECOND_ROW, palette.text());
                year = date.getYear();
                free = left + letters.width(text) + YEAR_GAP;
            }
        }
    }
}
