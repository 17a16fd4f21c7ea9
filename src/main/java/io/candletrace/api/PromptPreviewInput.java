package io.candletrace.api;

import io.candletrace.lineage.ChartId;
import io.candletrace.pipeline.ChartReading.Asker;
import io.candletrace.request.Parameters;
import io.candletrace.strategy.StrategyRules;
import java.util.Optional;

/** What {@code POST /api/prompts/{name}/versions/{version}/preview} holds. */
record PromptPreviewInput(Optional<Long> chartId, Optional<Integer> horizonBars, Optional<String> strategy) {

    ChartId chart() {
        var id = Inputs.required("chart_id", chartId);
        if (id < 1) {
            throw Parameters.invalid("chart_id", "a positive whole number", String.valueOf(id));
        }
        return new ChartId(id);
    }

    /** The question with the horizon that is asked for. */
    Asker ask(Asker asker) {
        var horizon = horizonBars.orElse(asker.horizonBars());
        StrategyRules.requireHorizon(horizon);
        return new Asker(asker.name(), asker.description(), horizon);
    }
}
