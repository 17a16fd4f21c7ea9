package io.candletrace.chart.jfreechart;

import java.util.List;
import org.jfree.chart.plot.XYPlot;

/**
 * One of the stacked plots that share the dated axis.
 *
 * @param plot the plot
 * @param legend what its lines are, with their latest values; stands above the plot
 */
record Pane(XYPlot plot, List<Phrase> legend) {
    Pane {
        legend = List.copyOf(legend);
    }
}
