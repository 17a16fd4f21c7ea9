package io.candletrace.chart.jfreechart;

import java.awt.BasicStroke;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.plot.ValueMarker;

/** A stronger vertical line where a year begins. */
final class YearLines {
    private static final float WIDTH = 1.2f;

    private YearLines() {}

    static List<ValueMarker> of(Scene scene) {
        var lines = new ArrayList<ValueMarker>();
        var bars = scene.bars();
        for (int i = 1; i < bars.size(); i++) {
            var year = bars.get(i).sessionDate().getYear();
            if (year != bars.get(i - 1).sessionDate().getYear()) {
                lines.add(new ValueMarker(i, scene.palette().gridStrong(), new BasicStroke(WIDTH)));
            }
        }
        return lines;
    }
}
