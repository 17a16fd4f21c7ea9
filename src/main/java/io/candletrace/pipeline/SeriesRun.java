package io.candletrace.pipeline;

import io.candletrace.analysis.Analysis;
import io.candletrace.chart.Chart;
import io.candletrace.chart.RenderSpec;
import io.candletrace.feed.BarRequest;
import io.candletrace.indicator.IndicatedSeries;
import io.candletrace.indicator.Indicators;
import io.candletrace.lineage.AnalysisId;
import io.candletrace.lineage.ChartId;
import io.candletrace.lineage.Recorded;
import io.candletrace.lineage.Sha256;
import io.candletrace.market.BarSeries;
import io.candletrace.market.BarSnapshot;
import io.candletrace.market.Timeframe;
import io.candletrace.storage.StoredChart;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/** One timeframe of a task: from bars to a recorded chart, and from there to an analysis by every model. */
final class SeriesRun {
    private final Stages stages;
    private final TaskContext context;
    private final Timeframe timeframe;
    private final StepLog log;
    private final RenderSpec spec;

    SeriesRun(Stages stages, TaskContext context, Timeframe timeframe) {
        this.stages = stages;
        this.context = context;
        this.timeframe = timeframe;
        this.log = StepLog.of(stages, context.provenance(), timeframe);
        this.spec = RenderSpec.of(
                stages.chart(),
                context.strategy().priceScale(),
                context.strategy().displayedBars(),
                context.strategy().indicators());
    }

    Uni<List<Recorded<AnalysisId, Analysis>>> run() {
        return chart().chain(this::analyseByAll);
    }

    /** Find, else draw: a resumed task reads its bars from the snapshot, never from the feed. */
    private Uni<Recorded<ChartId, StoredChart>> chart() {
        return stages.journal()
                .findChart(context.provenance(), timeframe, spec.sha256())
                .chain(found -> found.map(stages.reading()::read).orElseGet(this::draw));
    }

    private Uni<Recorded<ChartId, StoredChart>> draw() {
        return fetch().map(this::indicate)
                .chain(this::render)
                .chain(this::upload)
                .chain(this::recordChart)
                .onFailure()
                .call(this::recordSteps);
    }

    private Uni<BarSeries> fetch() {
        var bars = context.strategy().indicators().warmUpBars() + spec.displayedBars();
        var strategy = context.strategy();
        var request = new BarRequest(
                new Recorded<>(context.provenance().instrument(), context.instrument()),
                strategy.feeds(),
                timeframe,
                context.asOf(),
                bars,
                strategy.adjustment(),
                strategy.acceptUnadjustedSplits());
        return log.timed(
                "fetch",
                Optional.empty(),
                SeriesRun::fingerprint,
                () -> stages.feed().fetch(request));
    }

    private IndicatedSeries indicate(BarSeries series) {
        return Indicators.compute(series, spec.indicators(), spec.displayedBars());
    }

    private Uni<Chart> render(IndicatedSeries series) {
        return log.timed(
                "render",
                Optional.of(fingerprint(series.series())),
                chart -> chart.jpeg().sha256(),
                () -> stages.renderer().render(series, spec));
    }

    private Uni<StoredChart> upload(Chart chart) {
        var picture = chart.jpeg().sha256();
        return log.timed(
                "upload",
                Optional.of(picture),
                stored -> picture,
                () -> stages.store().upload(chart));
    }

    private Uni<Recorded<ChartId, StoredChart>> recordChart(StoredChart chart) {
        return stages.journal().recordChart(context.provenance(), chart, log.drain());
    }

    private Uni<Void> recordSteps() {
        return log.flush();
    }

    private Uni<List<Recorded<AnalysisId, Analysis>>> analyseByAll(Recorded<ChartId, StoredChart> chart) {
        var asker = new ChartQuestions(stages, context, chart);
        var questions = context.strategy().models().stream()
                .map(model -> asker.question(model).chain(question -> new ModelRun(stages, context, question).run()))
                .toList();
        return Branches.all(questions);
    }

    private static Sha256 fingerprint(BarSeries series) {
        return BarSnapshot.of(series).sha256();
    }
}
