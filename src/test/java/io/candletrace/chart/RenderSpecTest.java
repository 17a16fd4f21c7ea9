package io.candletrace.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.candletrace.lineage.CanonicalJson;
import io.candletrace.lineage.Sha256;
import io.candletrace.market.PriceScale;
import io.candletrace.testing.ChartSamples;
import io.candletrace.testing.ChartSettings;
import org.junit.jupiter.api.Test;

class RenderSpecTest {
    @Test
    void cutsTheWishedBars_toWhatTheWidthCanShow() {
        var spec = RenderSpec.of(ChartSettings.DEFAULT, PriceScale.LINEAR, 1000, ChartSamples.NONE);

        assertThat(spec.displayedBars()).isEqualTo(194);
    }

    @Test
    void keepsTheWishedBars_whenTheyFit() {
        var spec = RenderSpec.of(ChartSettings.DEFAULT, PriceScale.LINEAR, 160, ChartSamples.NONE);

        assertThat(spec.displayedBars()).isEqualTo(160);
    }

    @Test
    void hasTheHashOfItsCanonicalForm() {
        var spec = new RenderSpec(1280, 960, Theme.DARK, PriceScale.LOG, 160, ChartSamples.NONE);

        var canonical = "{\"displayed_bars\":160,\"height_px\":960,\"indicators\":{},\"price_scale\":\"log\","
                + "\"theme\":\"dark\",\"width_px\":1280}";
        assertThat(CanonicalJson.write(spec.toMap())).isEqualTo(canonical);
        assertThat(spec.sha256()).isEqualTo(Sha256.of(canonical));
    }

    @Test
    void hashesAnotherIndicatorDifferently() {
        var without = new RenderSpec(1280, 960, Theme.LIGHT, PriceScale.LINEAR, 160, ChartSamples.NONE);
        var with = new RenderSpec(1280, 960, Theme.LIGHT, PriceScale.LINEAR, 160, ChartSamples.USUAL);

        assertThat(with.sha256()).isNotEqualTo(without.sha256());
    }
}
