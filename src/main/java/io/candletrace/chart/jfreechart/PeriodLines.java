package io.candletrace.chart.jfreechart;

import io.candletrace.chart.jfreechart.AxisDates.Rank;
import java.awt.BasicStroke;
import java.util.List;
import org.jfree.chart.plot.ValueMarker;

/** A stronger vertical line where a year begins; of intraday bars where a session does, when it has a few of them. */
final class PeriodLines {
    private static final float WIDTH = 1.2f;
    private static final int FEWEST_BARS = 5;

    private PeriodLines() {}

    static List<ValueMarker> of(Scene scene) {
        var dates = scene.dates();
        var sessions = dates.beginnings(Rank.DAY).count() + 1;
        var rank = dates.intraday() && dates.size() >= FEWEST_BARS * sessions ? Rank.DAY : Rank.YEAR;
        return dates.beginnings(rank)
                .mapToObj(index -> new ValueMarker(index, scene.palette().gridStrong(), new BasicStroke(WIDTH)))
                .toList();
    }
}
