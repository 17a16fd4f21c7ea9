package io.candletrace.chart;

import io.candletrace.indicator.IndicatedSeries;
import io.candletrace.lineage.Sha256;
import io.candletrace.market.BarSeries;

/**
 * A drawn series.
 *
 * @param series what was drawn
 * @param spec how
 * @param jpeg the picture
 * @param html the interactive page, without the chart library that is put in when it is served
 * @param pixels hash of the picture before encoding
 * @param renderer library, theme, encoder, JDK and version, as canonical JSON
 */
public record Chart(
        IndicatedSeries series, RenderSpec spec, Content jpeg, Content html, Sha256 pixels, String renderer) {
    /** The bars that were drawn, warm-up included. */
    public BarSeries bars() {
        return series.series();
    }
}
