package io.candletrace.pipeline;

import io.candletrace.journal.AnalysisOutline;
import io.candletrace.journal.Provenance;
import io.candletrace.lineage.PromptTemplateId;
import io.candletrace.lineage.Recorded;
import io.candletrace.prompt.PromptTemplate;
import io.candletrace.strategy.StrategyVersion;
import java.util.List;
import java.util.Map;

/**
 * Everything a task that replays needs to know before it starts.
 *
 * @param provenance whose evidence it makes
 * @param strategy the version whose analyses are replayed, which pays
 * @param spec what is asked again
 * @param originals the analyses of one instrument that are replayed
 * @param prompts every version of a prompt that is asked with
 * @param lastAttempt whether nobody will try again, so that a missing answer is recorded as such
 */
public record ReplayContext(
        Provenance provenance,
        StrategyVersion strategy,
        ReplaySpec spec,
        List<AnalysisOutline> originals,
        Map<PromptTemplateId, Recorded<PromptTemplateId, PromptTemplate>> prompts,
        boolean lastAttempt)
        implements AttemptContext {
    public ReplayContext {
        originals = List.copyOf(originals);
        prompts = Map.copyOf(prompts);
    }

    Recorded<PromptTemplateId, PromptTemplate> prompt(PromptTemplateId id) {
        var template = prompts.get(id);
        if (template == null) {
            throw new IllegalStateException("no prompt template " + id.value());
        }
        return template;
    }
}
