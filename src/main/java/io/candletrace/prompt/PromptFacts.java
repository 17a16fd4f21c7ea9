package io.candletrace.prompt;

import io.candletrace.indicator.IndicatedSeries;
import java.util.Map;

/**
 * What a prompt may speak of.
 *
 * @param series the bars and indicators that the chart shows
 * @param readings the indicators' current values by key, as {@code indicators_metadata} has them: maps, lists, texts, numbers
 *     and booleans; an absent value is left out or null
 * @param horizonBars how many bars ahead the answer is about; positive
 * @param barsWithheld whether the table of bars is left out, because the source's terms do not allow it to be passed on
 * @param strategyName whose question this is; written by a user
 * @param strategyDescription what the strategy is for; written by a user, may be empty
 */
public record PromptFacts(
        IndicatedSeries series,
        Map<String, Object> readings,
        int horizonBars,
        boolean barsWithheld,
        String strategyName,
        String strategyDescription) {
    public PromptFacts {
        if (horizonBars < 1) {
            throw new IllegalArgumentException("a horizon is at least one bar, was " + horizonBars);
        }
    }
}
