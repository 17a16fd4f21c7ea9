package io.candletrace.chart.jfreechart;

import io.candletrace.chart.PriceDecimals;
import io.candletrace.chart.RenderSpec;
import io.candletrace.indicator.IndicatedSeries;
import io.candletrace.indicator.IndicatorValues;
import io.candletrace.indicator.Line;
import io.candletrace.lineage.Sha256;
import io.candletrace.market.Bar;
import java.util.List;

/**
 * Everything one picture is drawn from.
 *
 * @param series what is drawn
 * @param spec how
 * @param snapshot names the exact bars in the footer
 * @param palette the theme's colours
 * @param letterings the type sizes
 */
record Scene(IndicatedSeries series, RenderSpec spec, Sha256 snapshot, Palette palette, Letterings letterings) {
    private static final int NARROWEST_AXIS = 66;
    private static final int AXIS_PADDING = 18;

    List<Bar> bars() {
        return series.displayedBars();
    }

    AxisDates dates() {
        return AxisDates.of(series.series(), bars());
    }

    Bar last() {
        return series.series().last();
    }

    List<IndicatorValues> values() {
        return series.values();
    }

    /** The part of a line that is shown. */
    double[] shown(Line line) {
        var values = new double[series.displayed()];
        for (int i = 0; i < values.length; i++) {
            values[i] = line.at(series.firstDisplayed() + i);
        }
        return values;
    }

    /** Of the axis at the right of every pane, in px: as wide as the widest price on it. */
    double axisWidth() {
        var highest = bars().stream()
                .mapToDouble(bar -> bar.high().doubleValue())
                .max()
                .orElseThrow();
        return Math.max(NARROWEST_AXIS, Math.ceil(letterings.smallBold().width(prices().text(highest)) + AXIS_PADDING));
    }

    int priceDecimals() {
        return PriceDecimals.of(series.series().instrument().tickSize(), last().close());
    }

    NumberStyle prices() {
        return NumberStyle.decimals(priceDecimals());
    }

    /** For differences of prices, which are smaller than prices. */
    NumberStyle priceDifferences() {
        return NumberStyle.decimals(Math.min(PriceDecimals.MOST, priceDecimals() + 1));
    }
}
