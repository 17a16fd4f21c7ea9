package io.candletrace.pipeline;

import io.candletrace.journal.Provenance;
import io.candletrace.lineage.PromptTemplateId;
import io.candletrace.lineage.Recorded;
import io.candletrace.market.Instrument;
import io.candletrace.market.Timeframe;
import io.candletrace.prompt.PromptTemplate;
import io.candletrace.strategy.StrategyVersion;
import java.time.Instant;
import java.util.Map;

/**
 * Everything a task needs to know before it starts.
 *
 * @param provenance whose evidence it makes
 * @param instrument what is looked at
 * @param strategy how
 * @param prompts the pinned prompt of every timeframe of the strategy
 * @param asOf what may be seen, UTC
 * @param sampleNo which answer is asked for, from 1
 * @param lastAttempt whether nobody will try again, so that a missing answer is recorded as such
 */
public record TaskContext(
        Provenance provenance,
        Instrument instrument,
        StrategyVersion strategy,
        Map<Timeframe, Recorded<PromptTemplateId, PromptTemplate>> prompts,
        Instant asOf,
        int sampleNo,
        boolean lastAttempt)
        implements AttemptContext {
    public TaskContext {
        prompts = Map.copyOf(prompts);
        if (!prompts.keySet().containsAll(strategy.timeframes())) {
            throw new IllegalArgumentException(
                    "every timeframe has a prompt: " + strategy.timeframes() + ", found " + prompts.keySet());
        }
    }
}
