package io.candletrace.pipeline;

import io.candletrace.analysis.Account;
import io.candletrace.analysis.ModelConfig;
import io.candletrace.analysis.Question;
import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.lineage.ChartId;
import io.candletrace.lineage.Recorded;
import io.candletrace.pipeline.ChartReading.Asker;
import io.candletrace.prompt.RenderedPrompt;
import io.candletrace.storage.StoredChart;
import io.smallrye.mutiny.Uni;

/** What a strategy asks about one recorded chart. */
final class ChartQuestions {
    private final Stages stages;
    private final TaskContext context;
    private final Recorded<ChartId, StoredChart> chart;

    ChartQuestions(Stages stages, TaskContext context, Recorded<ChartId, StoredChart> chart) {
        this.stages = stages;
        this.context = context;
        this.chart = chart;
    }

    /** The question for a model of this name; fails when it cannot be put. */
    Uni<Question> question(String model) {
        return Uni.createFrom().item(() -> question(model(stages, model)));
    }

    /** The model of this name, which the configuration must know. */
    static ModelConfig model(Stages stages, String name) {
        return stages.analysts()
                .find(name)
                .orElseThrow(() -> new ServiceException(
                        FailureReason.MISCONFIGURED,
                        "the model '" + name + "' is to be asked, which the configuration does not name"));
    }

    private Question question(ModelConfig model) {
        var provenance = context.provenance();
        var strategy = context.strategy();
        return new Question(
                provenance.task(),
                provenance.attempt(),
                chart,
                model,
                prompt(model),
                strategy.horizonBars(),
                context.sampleNo(),
                new Account(provenance.execution(), strategy.strategy(), strategy.budget()));
    }

    private RenderedPrompt prompt(ModelConfig model) {
        var drawn = chart.value().chart();
        var template = context.prompts().get(drawn.bars().timeframe());
        if (template == null) {
            throw new IllegalStateException(
                    "no prompt for " + drawn.bars().timeframe().code());
        }
        return stages.reading().prompt(template, drawn, Asker.of(context.strategy()), model);
    }
}
