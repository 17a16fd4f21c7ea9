package io.candletrace.chart.jfreechart;

import java.util.List;
import org.jfree.chart.plot.XYPlot;

/**
 * One of the stacked plots that share the dated axis.
 *
 * @param plot the plot
 * @param weight its share of the height
 * @param legend what its lines are, with their latest values; stands above the plot
 */
record Pane(XYPlot plot, int weight, List<Phrase> legend) {
    /** Of the price pane, against {@link #INDICATOR_WEIGHT} of each other. */
    static final int PRICE_WEIGHT = 7;

    static final int INDICATOR_WEIGHT = 1;

    Pane {
        legend = List.copyOf(legend);
    }
}
