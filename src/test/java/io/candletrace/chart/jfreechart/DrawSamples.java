package io.candletrace.chart.jfreechart;

import io.candletrace.chart.RenderSpec;
import io.candletrace.chart.Theme;
import io.candletrace.chart.html.PageAssembler;
import io.candletrace.indicator.IndicatedSeries;
import io.candletrace.indicator.Indicators;
import io.candletrace.market.PriceScale;
import io.candletrace.market.Timeframe;
import io.candletrace.testing.ChartSamples;
import io.candletrace.testing.ChartSettings;
import io.candletrace.testing.IntradaySamples;
import io.candletrace.testing.SharedBars;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Draws pictures and pages into {@code target/charts} to be looked at: no test sees whether a chart is beautiful. */
final class DrawSamples {
    private static final Path FOLDER = Path.of("target/charts");

    private DrawSamples() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Files.createDirectories(FOLDER);
        var pool = new DrawingPool();
        var renderer = new JFreeChartRenderer(pool, ChartSettings.DEFAULT);
        for (var sample : samples().entrySet()) {
            for (var theme : Theme.values()) {
                draw(renderer, sample.getKey() + "-" + theme, sample.getValue(), theme);
            }
        }
        pool.close();
    }

    private static Map<String, IndicatedSeries> samples() {
        var samples = new LinkedHashMap<String, IndicatedSeries>();
        samples.put("synthetic", ChartSamples.synthetic(ChartSamples.walk(500, 100, 2), ChartSamples.USUAL, 120));
        samples.put("all", ChartSamples.of(ChartSamples.walk(600, 4200, 2), ChartSamples.ALL, 194));
        samples.put("tiny", ChartSamples.of(ChartSamples.walk(150, 0.00001234, 8), ChartSamples.USUAL, 60));
        samples.put("flat", ChartSamples.of(ChartSamples.flat(80, 100, 2), ChartSamples.ALL, 80));
        samples.put("one", ChartSamples.of(ChartSamples.walk(1, 100, 2), ChartSamples.USUAL, 1));
        var twoWeeks = IntradaySamples.stock(Timeframe.THIRTY_MINUTES, 340, Instant.parse("2024-06-14T20:00:00Z"));
        samples.put("30m", Indicators.compute(twoWeeks, ChartSamples.USUAL, 130));
        var half = IntradaySamples.stock(Timeframe.FIVE_MINUTES, 340, Instant.parse("2020-11-27T17:00:00Z"));
        samples.put("5m", Indicators.compute(half, ChartSamples.USUAL, 120));
        var fourHours = IntradaySamples.stock(Timeframe.FOUR_HOURS, 340, Instant.parse("2024-02-14T21:00:00Z"));
        samples.put("4h", Indicators.compute(fourHours, ChartSamples.USUAL, 120));
        var crypto = IntradaySamples.crypto(Timeframe.ONE_HOUR, 400, Instant.parse("2024-06-03T15:20:00Z"));
        samples.put("1h-crypto", Indicators.compute(crypto, ChartSamples.USUAL, 160));
        if (SharedBars.present()) {
            for (var symbol : new String[] {"SPY", "BAC", "IBM"}) {
                samples.put(symbol, Indicators.compute(SharedBars.daily(symbol), ChartSamples.USUAL, 160));
            }
        }
        return samples;
    }

    private static void draw(JFreeChartRenderer renderer, String name, IndicatedSeries series, Theme theme)
            throws IOException {
        var spec = new RenderSpec(1280, 960, theme, PriceScale.LINEAR, series.displayed(), series.spec());
        var chart = renderer.render(series, spec).await().indefinitely();
        var page = chart.html().bytes().await().indefinitely();
        Files.write(FOLDER.resolve(name + ".jpg"), chart.jpeg().bytes().await().indefinitely());
        Files.write(FOLDER.resolve(name + ".html"), new PageAssembler().assemble(page, Optional.empty()));
    }
}
