package io.candletrace.indicator;

import io.candletrace.market.Bar;
import io.candletrace.market.BarSeries;
import java.util.List;

/**
 * A series with its indicators.
 *
 * @param series all bars, warm-up included
 * @param spec what was asked for
 * @param values one entry an indicator, in the spec's order; every line is as long as the series
 * @param displayed how many of the newest bars are shown; 1 to the series' size
 */
public record IndicatedSeries(BarSeries series, IndicatorSpec spec, List<IndicatorValues> values, int displayed) {
    public IndicatedSeries {
        values = List.copyOf(values);
        if (displayed < 1 || displayed > series.size()) {
            throw new IllegalArgumentException("1 to " + series.size() + " bars can be shown, was " + displayed);
        }
    }

    /** Index of the first shown bar. */
    public int firstDisplayed() {
        return series.size() - displayed;
    }

    /** The shown bars, oldest first. */
    public List<Bar> displayedBars() {
        return series.bars().subList(firstDisplayed(), series.size());
    }
}
