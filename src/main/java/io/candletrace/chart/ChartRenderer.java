package io.candletrace.chart;

import io.candletrace.indicator.IndicatedSeries;
import io.smallrye.mutiny.Uni;

/** Draws a series: the same series and spec give the same pixels. */
public interface ChartRenderer {
    /**
     * Draws the picture and the page off the caller's thread and answers on the caller's Vert.x context. Fails with
     * {@code CHART_NOT_DRAWABLE}.
     */
    Uni<Chart> render(IndicatedSeries series, RenderSpec spec);
}
