package io.candletrace.testing;

import io.candletrace.analysis.Account;
import io.candletrace.analysis.ModelConfig;
import io.candletrace.analysis.Question;
import io.candletrace.analysis.SpendingLimits;
import io.candletrace.chart.Chart;
import io.candletrace.chart.Content;
import io.candletrace.chart.RenderSpec;
import io.candletrace.chart.Theme;
import io.candletrace.indicator.IndicatedSeries;
import io.candletrace.indicator.IndicatorSpec;
import io.candletrace.lineage.ChartId;
import io.candletrace.lineage.ExecutionId;
import io.candletrace.lineage.PromptTemplateId;
import io.candletrace.lineage.Recorded;
import io.candletrace.lineage.Sha256;
import io.candletrace.lineage.StrategyId;
import io.candletrace.lineage.TaskId;
import io.candletrace.market.Adjustment;
import io.candletrace.market.AlwaysOpenCalendar;
import io.candletrace.market.Bar;
import io.candletrace.market.BarSeries;
import io.candletrace.market.Finding;
import io.candletrace.market.Instrument;
import io.candletrace.market.PriceScale;
import io.candletrace.market.Symbol;
import io.candletrace.market.Timeframe;
import io.candletrace.prompt.RenderedPrompt;
import io.candletrace.storage.ObjectKey;
import io.candletrace.storage.StoredChart;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/** Questions about a chart of 40 daily bars of SPY that closes at 139. */
public final class SampleQuestions {
    /** The close of the newest bar. */
    public static final BigDecimal LAST_CLOSE = new BigDecimal("139");

    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
    private static final Sha256 ANY = Sha256.of("any");

    private SampleQuestions() {}

    /** 40 rising bars, all shown but the first 5. */
    public static IndicatedSeries series(String source, Finding... findings) {
        var bars = IntStream.range(0, 40).mapToObj(SampleQuestions::bar).toList();
        var asOf = Instant.parse("2025-03-01T00:00:00Z");
        var series = new BarSeries(spy(), Timeframe.DAILY, source, Adjustment.RAW, asOf, bars, List.of(findings));
        return new IndicatedSeries(series, new IndicatorSpec(List.of()), List.of(), 35);
    }

    /** A question for this model with a real JPEG. */
    public static Question question(ModelConfig model) {
        return question(model, 1);
    }

    /** The same question, asked in a later attempt of its task. */
    public static Question question(ModelConfig model, int attempt) {
        var prompt = new RenderedPrompt(
                new PromptTemplateId(7), "You read charts.", "Symbol SPY, last bar: close 139, volume 1000039");
        return new Question(
                new TaskId(3),
                attempt,
                new Recorded<>(new ChartId(5), stored()),
                model,
                prompt,
                10,
                1,
                new Account(new ExecutionId(2), new StrategyId(4), SpendingLimits.NONE));
    }

    /** A small JPEG that decodes. */
    public static byte[] jpeg() {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(32, 24, BufferedImage.TYPE_3BYTE_BGR), "jpg", bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static StoredChart stored() {
        var spec = new RenderSpec(32, 24, Theme.LIGHT, PriceScale.LINEAR, 35, new IndicatorSpec(List.of()));
        var html = Content.of(new byte[] {'h'});
        var chart = new Chart(series("csv"), spec, Content.of(jpeg()), html, ANY, "{}");
        return new StoredChart(
                chart, "charts", new ObjectKey("a.jpg"), new ObjectKey("a.html"), new ObjectKey("snapshots/a"), ANY);
    }

    private static Instrument spy() {
        return new Instrument(
                new Symbol("SPY"),
                "ARCX",
                OptionalLong.empty(),
                "USD",
                new AlwaysOpenCalendar(),
                new BigDecimal("0.01"));
    }

    private static Bar bar(int index) {
        var date = FIRST.plusDays(index);
        var opensAt = date.atStartOfDay(ZoneOffset.UTC).toInstant();
        var close = BigDecimal.valueOf(100 + index);
        return new Bar(
                date,
                opensAt,
                opensAt.plus(Duration.ofDays(1)),
                close.subtract(new BigDecimal("0.50")),
                close.add(BigDecimal.ONE),
                close.subtract(BigDecimal.ONE),
                close,
                BigDecimal.valueOf(1_000_000 + index));
    }
}
