package io.candletrace.chart.jfreechart;

import static org.assertj.core.api.Assertions.assertThat;

import io.candletrace.chart.RenderSpec;
import io.candletrace.chart.Theme;
import io.candletrace.indicator.Indicator;
import io.candletrace.indicator.IndicatorSpec;
import io.candletrace.market.BarSnapshot;
import io.candletrace.market.PriceScale;
import io.candletrace.testing.ChartSamples;
import java.awt.Color;
import java.awt.Rectangle;
import java.util.List;
import org.junit.jupiter.api.Test;

class IndicatorPanesTest {
    private static final Palette LIGHT = Palette.of(Theme.LIGHT);
    private static final Letterings LETTERINGS = Letterings.bundled();

    /** How an oscillator's pane is tinted beyond its guides. */
    private static final Color OVERBOUGHT = LIGHT.tint(LIGHT.up(), 0.05);

    private static final Color OVERSOLD = LIGHT.tint(LIGHT.down(), 0.05);

    /** The pane of the only indicator, without the legend above it. */
    private static final Rectangle ONLY = new Rectangle(16, 795, 1180, 85);

    /** The pane at the bottom when there is one for every indicator, with the legend above it. */
    private static final Rectangle LAST = new Rectangle(16, 815, 1180, 75);

    @Test
    void drawsTheStrengthOfATrend_withItsDirections() {
        var picture = draw(only(new Indicator.Adx(14)));

        assertThat(picture.count(ONLY, LIGHT.overlay(2))).isGreaterThan(500);
        assertThat(picture.count(ONLY, LIGHT.up())).isGreaterThan(300);
        assertThat(picture.count(ONLY, LIGHT.down())).isGreaterThan(300);
    }

    @Test
    void drawsTheStochasticWithItsSignal_shadedBeyondTheGuides() {
        var picture = draw(only(new Indicator.Stochastic(14, 3, 3)));

        assertThat(picture.count(ONLY, LIGHT.overlay(0))).isGreaterThan(300);
        assertThat(picture.count(ONLY, LIGHT.overlay(1))).isGreaterThan(300);
        assertThat(picture.count(ONLY, OVERBOUGHT)).isGreaterThan(5_000);
        assertThat(picture.count(ONLY, OVERSOLD)).isGreaterThan(5_000);
    }

    @Test
    void leavesEveryPaneHighEnoughToBeRead_whenThereAreMany() {
        var picture = draw(ChartSamples.ALL);

        var top = picture.bounds(LAST, OVERBOUGHT).getMinY();
        assertThat(picture.bounds(LAST, OVERSOLD).getMaxY() - top).isGreaterThan(45);
    }

    private static IndicatorSpec only(Indicator indicator) {
        return new IndicatorSpec(List.of(indicator));
    }

    private static Pixels draw(IndicatorSpec indicators) {
        var series = ChartSamples.of(ChartSamples.walk(320, 100, 2), indicators, 120);
        var spec = new RenderSpec(1280, 960, Theme.LIGHT, PriceScale.LINEAR, series.displayed(), indicators);
        var snapshot = BarSnapshot.of(series.series()).sha256();
        return new Pixels(new Picture(new Scene(series, spec, snapshot, LIGHT, LETTERINGS)).draw());
    }
}
