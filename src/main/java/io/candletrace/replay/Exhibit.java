package io.candletrace.replay;

import io.candletrace.analysis.Account;
import io.candletrace.analysis.ModelConfig;
import io.candletrace.analysis.ModelPrice;
import io.candletrace.analysis.Question;
import io.candletrace.analysis.SpendingLimits;
import io.candletrace.journal.AnalysisEvidence;
import io.candletrace.journal.AnalysisRecord;
import io.candletrace.lineage.ChartId;
import io.candletrace.lineage.ExecutionId;
import io.candletrace.lineage.ModelPriceId;
import io.candletrace.lineage.PromptTemplateId;
import io.candletrace.lineage.Recorded;
import io.candletrace.lineage.Sha256;
import io.candletrace.lineage.StrategyId;
import io.candletrace.lineage.TaskId;
import io.candletrace.prompt.PromptTemplate;
import io.candletrace.prompt.RenderedPrompt;
import io.candletrace.storage.StoredChart;
import io.candletrace.strategy.StrategyVersion;
import java.util.Map;

/**
 * An analysis and what it was made from.
 *
 * @param kept everything that is kept about it
 * @param template its prompt's version
 * @param strategy the version that was run
 * @param prices what its calls were priced with
 */
record Exhibit(
        AnalysisEvidence kept,
        Recorded<PromptTemplateId, PromptTemplate> template,
        StrategyVersion strategy,
        Map<ModelPriceId, ModelPrice> prices) {
    Exhibit {
        prices = Map.copyOf(prices);
    }

    AnalysisRecord row() {
        return kept.row();
    }

    boolean rules() {
        return row().inquiry().modelName().equals(ModelConfig.RULES);
    }

    /** The question, as its row has it, about the chart as it was. Whose task it was plays no part in reading an answer. */
    Question question(Recorded<ChartId, StoredChart> chart) {
        var subject = row().subject();
        var inquiry = row().inquiry();
        return new Question(
                new TaskId(1),
                1,
                chart,
                new ModelConfig(
                        inquiry.modelConfig(),
                        inquiry.provider(),
                        inquiry.modelName(),
                        false,
                        false,
                        Sha256.of(inquiry.modelConfigSha256())),
                new RenderedPrompt(template.id(), template.value().systemText(), inquiry.promptText()),
                subject.horizonBars(),
                subject.sampleNo(),
                new Account(
                        new ExecutionId(subject.executionId()),
                        new StrategyId(subject.strategyId()),
                        SpendingLimits.NONE));
    }
}
