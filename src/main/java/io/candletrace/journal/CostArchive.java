package io.candletrace.journal;

import io.candletrace.analysis.Usage;
import io.candletrace.lineage.PromptTemplateId;
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What models took and cost, by the calls that were made of them: every one, those of attempts that came to nothing too.
 * Everything here fails with {@code DATABASE_UNAVAILABLE} when the database does not answer.
 */
public interface CostArchive {
    /**
     * Calls that were sent in a span of time. Fails with {@code IMPOSSIBLE_REQUEST} when there would be more than 10,000 groups.
     *
     * @param keys any but {@link GroupKey#STATUS}, each once
     */
    Uni<Grouped<Costs>> costs(FigureFilter filter, List<GroupKey> keys);

    /** Prompt versions and the models they were put to, the most expensive first, by calls that were sent in a span of time. */
    Uni<List<PromptCosts>> prompts(Instant from, Instant to, int limit);

    /** What the newest completed analyses of a prompt by a model took, those that took nothing left out. */
    Uni<List<Usage>> usages(PromptTemplateId prompt, String model, Instant since, int limit);

    /**
     * Calls and what they took.
     *
     * @param calls all of them: the answered and the failed
     * @param repairs those that showed a model its answer again
     * @param analyses that these calls concluded: each counts where its last call does
     * @param costUsd US dollars of the calls whose cost is known
     * @param unknownCostCalls those whose cost is not
     */
    record Costs(
            long calls,
            long answeredCalls,
            long failedCalls,
            long repairs,
            long analyses,
            TokenCounts tokens,
            BigDecimal costUsd,
            long unknownCostCalls) {}

    /**
     * What a version of a prompt cost with a model.
     *
     * @param promptVersion {@code daily@3}
     * @param model our name
     * @param costUsd US dollars of the calls whose cost is known, those that led to no analysis too
     * @param unknownCostCalls those whose cost is not
     * @param costPerAnalysisUsd mean over the analyses whose calls all have a known cost; absent when none has
     * @param tokensPerAnalysis mean; absent without analyses
     * @param invalid analyses whose answer does not fit its schema
     */
    record PromptCosts(
            String promptVersion,
            String model,
            long calls,
            long analyses,
            long tokensUsed,
            BigDecimal costUsd,
            long unknownCostCalls,
            Optional<BigDecimal> costPerAnalysisUsd,
            Optional<BigDecimal> tokensPerAnalysis,
            long invalid) {}
}
