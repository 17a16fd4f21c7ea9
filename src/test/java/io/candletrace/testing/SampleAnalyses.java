package io.candletrace.testing;

import io.candletrace.analysis.Account;
import io.candletrace.analysis.Analysis;
import io.candletrace.analysis.AnalysisStatus;
import io.candletrace.analysis.ModelConfig;
import io.candletrace.analysis.Question;
import io.candletrace.analysis.Spending;
import io.candletrace.analysis.SpendingLimits;
import io.candletrace.analysis.Verdict;
import io.candletrace.chart.Chart;
import io.candletrace.chart.Content;
import io.candletrace.chart.RenderSpec;
import io.candletrace.chart.Theme;
import io.candletrace.indicator.IndicatedSeries;
import io.candletrace.indicator.IndicatorSpec;
import io.candletrace.indicator.Indicators;
import io.candletrace.lineage.AnalysisId;
import io.candletrace.lineage.ChartId;
import io.candletrace.lineage.ExecutionId;
import io.candletrace.lineage.PromptTemplateId;
import io.candletrace.lineage.Recorded;
import io.candletrace.lineage.Sha256;
import io.candletrace.lineage.StrategyId;
import io.candletrace.lineage.TaskId;
import io.candletrace.market.BarSeries;
import io.candletrace.market.PriceScale;
import io.candletrace.prompt.RenderedPrompt;
import io.candletrace.storage.ObjectKey;
import io.candletrace.storage.StoredChart;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Questions about any series, and what came of them. Pictures are a byte, nobody looks at them. */
public final class SampleAnalyses {
    /** When every answer existed. */
    public static final Instant DECIDED_AT = Instant.parse("2025-11-03T12:00:00Z");

    private static final int DISPLAYED = 120;
    private static final int HORIZON = 5;
    private static final IndicatorSpec NO_INDICATORS = new IndicatorSpec(List.of());
    private static final Sha256 ANY = Sha256.of("any");

    private SampleAnalyses() {}

    /** A model of this name; {@code rules-v1} is the baseline. */
    public static ModelConfig model(String name) {
        return new ModelConfig(name, name.equals(ModelConfig.RULES) ? "rules" : "models.test", name, true, true, ANY);
    }

    /** A first question about the newest 120 bars of a series, without indicators. */
    public static Question question(String model, BarSeries series) {
        return question(model, series, 1);
    }

    /** A first question about the newest 120 bars of a series, with indicators. */
    public static Question question(String model, BarSeries series, IndicatorSpec indicators) {
        return question(model, Indicators.compute(series, indicators, DISPLAYED), 1);
    }

    /** A question under a later sample number. */
    public static Question question(String model, BarSeries series, int sampleNo) {
        return question(model, Indicators.compute(series, NO_INDICATORS, DISPLAYED), sampleNo);
    }

    private static Question question(String model, IndicatedSeries series, int sampleNo) {
        var chart = chart(series);
        var prompt = new RenderedPrompt(new PromptTemplateId(1), "You read charts.", "What of this one?");
        return new Question(
                new TaskId(1),
                1,
                new Recorded<>(new ChartId(1), chart),
                model(model),
                prompt,
                HORIZON,
                sampleNo,
                new Account(new ExecutionId(2), new StrategyId(4), SpendingLimits.NONE));
    }

    /** An answer that parsed. */
    public static Recorded<AnalysisId, Analysis> completed(long id, Question question, Verdict verdict) {
        return new Recorded<>(
                new AnalysisId(id),
                analysis(question, AnalysisStatus.COMPLETED, Optional.of(verdict), Optional.empty()));
    }

    /** No usable answer, for this reason. */
    public static Recorded<AnalysisId, Analysis> without(
            long id, Question question, AnalysisStatus status, String error) {
        return new Recorded<>(new AnalysisId(id), analysis(question, status, Optional.empty(), Optional.of(error)));
    }

    private static Analysis analysis(
            Question question, AnalysisStatus status, Optional<Verdict> verdict, Optional<String> error) {
        return new Analysis(
                question,
                status,
                "the answer",
                verdict,
                error,
                Duration.ofMillis(1),
                Optional.empty(),
                DECIDED_AT,
                Spending.NONE,
                List.of());
    }

    private static StoredChart chart(IndicatedSeries series) {
        var spec = new RenderSpec(1280, 960, Theme.LIGHT, PriceScale.LINEAR, DISPLAYED, NO_INDICATORS);
        var picture = Content.of(new byte[] {1});
        return new StoredChart(
                new Chart(series, spec, picture, picture, ANY, "{}"),
                "charts",
                new ObjectKey("a.jpg"),
                new ObjectKey("a.html"),
                new ObjectKey("snapshots/a"),
                ANY);
    }
}
