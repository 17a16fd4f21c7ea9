package io.candletrace.chart.jfreechart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.candletrace.chart.Chart;
import io.candletrace.chart.RenderSpec;
import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.indicator.IndicatedSeries;
import io.candletrace.market.PriceScale;
import io.candletrace.testing.ChartSamples;
import io.candletrace.testing.ChartSettings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JFreeChartRendererTest {
    private final DrawingPool pool = new DrawingPool();
    private final JFreeChartRenderer renderer = new JFreeChartRenderer(pool, ChartSettings.DEFAULT);
    private final IndicatedSeries series = ChartSamples.of(ChartSamples.walk(400, 100, 2), ChartSamples.USUAL, 160);

    @AfterEach
    void closesThePool() throws InterruptedException {
        pool.close();
    }

    @Test
    void drawsTheSamePixelsAndBytesAgain() {
        var first = render(series, 160);
        var second = render(series, 160);

        assertThat(second.pixels()).isEqualTo(first.pixels());
        assertThat(second.jpeg().sha256()).isEqualTo(first.jpeg().sha256());
        assertThat(second.html().sha256()).isEqualTo(first.html().sha256());
        assertThat(second.renderer()).isEqualTo(first.renderer());
    }

    @Test
    void drawsOtherPixels_whenOneBarDiffers() {
        var bars = ChartSamples.walk(400, 100, 2);
        bars.set(399, ChartSamples.bar(399, 2, 100, 140, 60, 61));
        var other = ChartSamples.of(bars, ChartSamples.USUAL, 160);

        assertThat(render(other, 160).pixels()).isNotEqualTo(render(series, 160).pixels());
    }

    @Test
    void writesAJpegOfTheSpecsSize() throws IOException {
        var jpeg = render(series, 160).jpeg().bytes().await().indefinitely();

        var image = ImageIO.read(new ByteArrayInputStream(jpeg));
        assertThat(image.getWidth()).isEqualTo(1280);
        assertThat(image.getHeight()).isEqualTo(960);
        assertThat(jpeg.length).isBetween(50_000, 400_000);
    }

    @Test
    void namesEverythingThatDecidesTheBytes() {
        assertThat(render(series, 160).renderer())
                .contains("\"library\":\"jfreechart 1.")
                .contains("\"quality\":0.85")
                .contains("\"theme\":\"light\"")
                .contains("\"width_px\":1280")
                .contains("\"jdk\":\"" + Runtime.version() + "\"");
    }

    @Test
    void refusesMoreBarsThanTheWidthCanShow() {
        var many = ChartSamples.of(ChartSamples.walk(400, 100, 2), ChartSamples.NONE, 195);

        assertThatThrownBy(() -> render(many, 195))
                .hasMessage("a picture of 1280 px shows at most 194 bars, was 195")
                .asInstanceOf(InstanceOfAssertFactories.type(ServiceException.class))
                .extracting(ServiceException::reason)
                .isEqualTo(FailureReason.CHART_NOT_DRAWABLE);
    }

    private Chart render(IndicatedSeries drawn, int bars) {
        var settings = ChartSettings.DEFAULT;
        var spec = new RenderSpec(
                settings.widthPx(), settings.heightPx(), settings.theme(), PriceScale.LINEAR, bars, drawn.spec());
        return renderer.render(drawn, spec).await().indefinitely();
    }
}
