package io.candletrace.chart.jfreechart;

import static org.assertj.core.api.Assertions.assertThat;

import io.candletrace.chart.RenderSpec;
import io.candletrace.chart.Theme;
import io.candletrace.indicator.Indicators;
import io.candletrace.lineage.Sha256;
import io.candletrace.market.BarSeries;
import io.candletrace.market.PriceScale;
import io.candletrace.market.Timeframe;
import io.candletrace.testing.ChartSamples;
import io.candletrace.testing.IntradaySamples;
import java.time.Instant;
import java.util.List;
import org.jfree.chart.plot.ValueMarker;
import org.junit.jupiter.api.Test;

class PeriodLinesTest {
    private static final Instant WEDNESDAY = Instant.parse("2024-01-03T21:00:00Z");

    @Test
    void standWhereSessionsBegin() {
        assertThat(lines(IntradaySamples.stock(Timeframe.THIRTY_MINUTES, 30, WEDNESDAY)))
                .containsExactly(4.0, 17.0);
    }

    @Test
    void standWhereYearsBegin_whenSessionsHaveFewBars() {
        assertThat(lines(IntradaySamples.stock(Timeframe.FOUR_HOURS, 30, WEDNESDAY)))
                .containsExactly(26.0);
    }

    private static List<Double> lines(BarSeries series) {
        var shown = Indicators.compute(series, ChartSamples.NONE, series.size());
        var spec = new RenderSpec(1280, 960, Theme.LIGHT, PriceScale.LINEAR, series.size(), ChartSamples.NONE);
        var scene = new Scene(shown, spec, Sha256.of("bars"), Palette.of(Theme.LIGHT), Letterings.bundled());
        return PeriodLines.of(scene).stream().map(ValueMarker::getValue).toList();
    }
}
