package io.candletrace.pipeline;

import io.candletrace.analysis.ModelConfig;
import io.candletrace.chart.Chart;
import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.feed.BarFeed;
import io.candletrace.indicator.IndicatedSeries;
import io.candletrace.journal.ChartEvidence;
import io.candletrace.journal.RecordedSeries;
import io.candletrace.lineage.ChartId;
import io.candletrace.lineage.PromptTemplateId;
import io.candletrace.lineage.Recorded;
import io.candletrace.prompt.PromptFacts;
import io.candletrace.prompt.PromptRenderer;
import io.candletrace.prompt.PromptTemplate;
import io.candletrace.prompt.RenderedPrompt;
import io.candletrace.storage.ChartStore;
import io.candletrace.storage.StoredChart;
import io.candletrace.strategy.StrategyVersion;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/** Reads recorded charts back, and puts into words what a model is asked about one: the same for a run and for all that follows. */
@ApplicationScoped
public class ChartReading {
    private final ChartStore store;
    private final RecordedSeries recorded;
    private final PromptRenderer renderer;
    private final BarFeed feed;

    ChartReading(ChartStore store, RecordedSeries recorded, PromptRenderer renderer, BarFeed feed) {
        this.store = store;
        this.recorded = recorded;
        this.renderer = renderer;
        this.feed = feed;
    }

    /**
     * The chart as it was when it was recorded: its bars from the snapshot, its indicators computed again, its picture and page
     * read when they are asked for. Fails with {@code OBJECT_DAMAGED} or {@code STORE_UNAVAILABLE}.
     */
    public Uni<Recorded<ChartId, StoredChart>> read(ChartEvidence evidence) {
        return series(evidence).map(series -> new Recorded<>(evidence.id(), stored(evidence, series)));
    }

    /** Only what the chart shows. Fails with {@code OBJECT_DAMAGED} or {@code STORE_UNAVAILABLE}. */
    public Uni<IndicatedSeries> series(ChartEvidence evidence) {
        return recorded.of(evidence);
    }

    /**
     * What a model is sent about a chart.
     *
     * @throws ServiceException {@code NOT_REDISTRIBUTABLE} when the model is somebody else's, sees no picture and may not be
     *     told the numbers; {@code IMPOSSIBLE_REQUEST} when the template cannot be filled
     */
    public RenderedPrompt prompt(
            Recorded<PromptTemplateId, PromptTemplate> template, Chart chart, Asker asker, ModelConfig model) {
        boolean withheld = model.thirdParty() && restricted(chart);
        if (withheld && !model.vision()) {
            throw new ServiceException(
                    FailureReason.NOT_REDISTRIBUTABLE,
                    "the terms of " + chart.bars().source()
                            + " do not allow its numbers to be passed on, and the model '" + model.name()
                            + "' of somebody else sees no picture");
        }
        return renderer.render(template, facts(chart, asker, withheld));
    }

    /**
     * What any model may be sent about a chart.
     *
     * @throws ServiceException {@code IMPOSSIBLE_REQUEST} when the template cannot be filled
     */
    public RenderedPrompt prompt(Recorded<PromptTemplateId, PromptTemplate> template, Chart chart, Asker asker) {
        return renderer.render(template, facts(chart, asker, restricted(chart)));
    }

    /**
     * Everything that some model may have been sent about a chart: with its numbers, and without where terms forbid them.
     *
     * @throws ServiceException {@code IMPOSSIBLE_REQUEST} when the template cannot be filled
     */
    public List<RenderedPrompt> prompts(Recorded<PromptTemplateId, PromptTemplate> template, Chart chart, Asker asker) {
        return Stream.of(false, true)
                .filter(withheld -> !withheld || restricted(chart))
                .map(withheld -> renderer.render(template, facts(chart, asker, withheld)))
                .toList();
    }

    /** Whether the chart's bars may not be passed on as numbers, so that a model of somebody else sees only the picture. */
    public boolean restricted(Chart chart) {
        return !feed.redistributable(chart.bars().source());
    }

    private static PromptFacts facts(Chart chart, Asker asker, boolean withheld) {
        var series = chart.series();
        return new PromptFacts(
                series, series.metadata(), asker.horizonBars(), withheld, asker.name(), asker.description());
    }

    private StoredChart stored(ChartEvidence evidence, IndicatedSeries series) {
        var chart = new Chart(
                series,
                evidence.renderSpec(),
                store.stored(evidence.jpegKey(), evidence.jpegSha256()),
                store.stored(evidence.htmlKey(), evidence.htmlSha256()),
                evidence.pixelsSha256(),
                evidence.renderer());
        return new StoredChart(
                chart,
                evidence.bucket(),
                evidence.jpegKey(),
                evidence.htmlKey(),
                evidence.snapshotKey(),
                evidence.snapshotSha256());
    }

    /**
     * Whose question it is.
     *
     * @param name the strategy's
     * @param description the strategy's; may be empty
     * @param horizonBars how many bars ahead the answer is about; positive
     */
    public record Asker(String name, String description, int horizonBars) {
        /** A strategy's question. */
        public static Asker of(StrategyVersion strategy) {
            return new Asker(strategy.name(), strategy.description(), strategy.horizonBars());
        }
    }
}
