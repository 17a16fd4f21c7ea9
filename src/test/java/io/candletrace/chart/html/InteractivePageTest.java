package io.candletrace.chart.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.candletrace.chart.RenderSpec;
import io.candletrace.chart.Theme;
import io.candletrace.failure.ServiceException;
import io.candletrace.indicator.IndicatedSeries;
import io.candletrace.indicator.IndicatorCatalogue;
import io.candletrace.indicator.Indicators;
import io.candletrace.lineage.Sha256;
import io.candletrace.market.Finding;
import io.candletrace.market.FindingCode;
import io.candletrace.market.PriceScale;
import io.candletrace.market.Timeframe;
import io.candletrace.testing.ChartSamples;
import io.candletrace.testing.IntradaySamples;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class InteractivePageTest {
    private static final Sha256 SNAPSHOT = Sha256.of("bars");
    private static final Pattern ADDRESS = Pattern.compile("https?://|(?:src|href)=|url\\(|@import|fetch\\(|XMLHttp");

    private final InteractivePage page = InteractivePage.bundled();
    private final PageAssembler assembler = new PageAssembler();

    @Test
    void storesTheDataAndOurScriptOnly() {
        var stored = page.of(series(), spec(), SNAPSHOT, "{}");

        assertThat(stored.length).isLessThan(120_000);
        assertThat(text(stored))
                .contains("\"symbol\":\"BTC-USD\"")
                .contains(SNAPSHOT.hex())
                .doesNotContain("zrender");
    }

    @Test
    void saysSinceWhenVolumeIsCounted() {
        assertThat(text(page.of(series(), spec(), SNAPSHOT, "{}")))
                .contains("\"name\":\"OBV since "
                        + series().displayedBars().getFirst().sessionDate() + "\"");
    }

    @Test
    void knowsWhatToDrawInEveryPane() {
        var onPrice = List.of("SMA", "EMA");

        var stored = text(page.of(series(), spec(), SNAPSHOT, "{}"));

        assertThat(IndicatorCatalogue.entries())
                .extracting(IndicatorCatalogue.Entry::key)
                .allMatch(key -> onPrice.contains(key) || stored.contains("case \"" + key + "\":"));
    }

    @Test
    void isTheSameBytesAgain() {
        assertThat(page.of(series(), spec(), SNAPSHOT, "{}")).isEqualTo(page.of(series(), spec(), SNAPSHOT, "{}"));
    }

    @Test
    void asksForNothingFromOutside() {
        var stored = text(page.of(series(), spec(), SNAPSHOT, "{}"));

        var addresses = ADDRESS.matcher(stored).results().toList();
        assertThat(addresses)
                .singleElement()
                .satisfies(found -> assertThat(stored.substring(found.start())).startsWith("href=\"data:,\""));
    }

    @Test
    void cannotBeBrokenByTextInTheData() {
        var bars = ChartSamples.walk(30, 100, 2);
        var hostile = "</script><script>alert(1)</script>\u2028<!--";
        var finding = Finding.of(FindingCode.GAP, bars.getLast().sessionDate(), hostile);
        var series = ChartSamples.of(bars, ChartSamples.NONE, 30, finding);

        var stored = text(page.of(series, spec(), SNAPSHOT, "{}"));

        assertThat(stored).doesNotContain("alert(1)</").doesNotContain("\u2028").contains("\\u003c/script>");
        assertThat(Pattern.compile("</script>").matcher(stored).results()).hasSize(2);
    }

    @Test
    void callsIntradayBarsByTheirTime_inTheMarketsZone() {
        // Given
        var friday = Instant.parse("2024-06-14T20:00:00Z");
        var last = IntradaySamples.stock(Timeframe.THIRTY_MINUTES, 2, friday).last();
        var finding = Finding.of(FindingCode.GAP, last, Timeframe.THIRTY_MINUTES, "a bar is missing");
        var series = IntradaySamples.stock(Timeframe.THIRTY_MINUTES, 2, friday, finding);

        // When
        var stored = text(page.of(Indicators.compute(series, ChartSamples.NONE, 2), spec(), SNAPSHOT, "{}"));

        // Then
        assertThat(stored)
                .contains("\"dates\":[\"2024-06-14 15:00\",\"2024-06-14 15:30\"]")
                .contains("\"date\":\"2024-06-14 15:30\"")
                .contains("\"zone\":\"America/New_York\"");
    }

    @Test
    void carriesTheLibraryOnceAssembled() {
        var served = text(assembler.assemble(page.of(series(), spec(), SNAPSHOT, "{}"), Optional.empty()));

        assertThat(served).contains("echarts").contains("AI-generated, not investment advice");
        assertThat(served.length()).isGreaterThan(1_000_000);
        assertThat(Pattern.compile("<script|</script>").matcher(served).results())
                .hasSize(4);
    }

    @Test
    void linksToTheAnalysis_whenThereIsOne() {
        var stored = page.of(series(), spec(), SNAPSHOT, "{}");

        var served = text(assembler.assemble(stored, Optional.of(URI.create("/signals/7?a=1&b=2"))));

        assertThat(served).contains("<a href=\"/signals/7?a=1&amp;b=2\">");
    }

    @Test
    void changesItsETag_withTheObjectAndTheLink() {
        var etag = assembler.etag(SNAPSHOT, Optional.empty());

        assertThat(etag).matches("\"[0-9a-f]{64}\"").isEqualTo(assembler.etag(SNAPSHOT, Optional.empty()));
        assertThat(etag).isNotEqualTo(assembler.etag(Sha256.of("other"), Optional.empty()));
        assertThat(etag).isNotEqualTo(assembler.etag(SNAPSHOT, Optional.of(URI.create("/signals/7"))));
    }

    @Test
    void refusesAnObjectThatIsNoPage() {
        assertThatThrownBy(() -> assembler.assemble("{}".getBytes(StandardCharsets.UTF_8), Optional.empty()))
                .isInstanceOf(ServiceException.class)
                .hasMessageContaining("place for the chart library");
    }

    private static IndicatedSeries series() {
        return ChartSamples.of(ChartSamples.walk(400, 100, 2), ChartSamples.ALL, 160);
    }

    private static RenderSpec spec() {
        return new RenderSpec(1280, 960, Theme.LIGHT, PriceScale.LINEAR, 160, ChartSamples.ALL);
    }

    private static String text(byte[] page) {
        return new String(page, StandardCharsets.UTF_8);
    }
}
