package io.candletrace.api;

import io.candletrace.journal.CostArchive.PromptCosts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The most expensive prompts.
 *
 * @param from calls sent at or after
 * @param to calls sent before
 */
record PromptCostView(Instant from, Instant to, List<PromptView> items) {

    private static final int SHARE_DECIMALS = 4;

    static PromptCostView of(Span span, List<PromptCosts> prompts) {
        return new PromptCostView(
                span.from(),
                span.to(),
                prompts.stream().map(PromptCostView::prompt).toList());
    }

    private static PromptView prompt(PromptCosts costs) {
        return new PromptView(
                costs.promptVersion(),
                costs.model(),
                costs.costUsd(),
                costs.unknownCostCalls(),
                costs.calls(),
                costs.tokensUsed(),
                costs.analyses(),
                costs.costPerAnalysisUsd(),
                costs.tokensPerAnalysis(),
                share(costs.invalid(), costs.analyses()));
    }

    private static Optional<BigDecimal> share(long part, long all) {
        return Optional.of(all)
                .filter(count -> count > 0)
                .map(count -> BigDecimal.valueOf(part)
                        .divide(BigDecimal.valueOf(count), SHARE_DECIMALS, RoundingMode.HALF_UP));
    }

    /**
     * A version of a prompt with a model.
     *
     * @param costUsd US dollars of the calls whose cost is known, those that led to no analysis too
     * @param costPerAnalysisUsd mean over the analyses whose cost is known
     * @param invalidShare of the analyses, 0 to 1, those whose answer does not fit its schema
     */
    record PromptView(
            String promptVersion,
            String model,
            BigDecimal costUsd,
            long unknownCostCalls,
            long calls,
            long tokensUsed,
            long analyses,
            Optional<BigDecimal> costPerAnalysisUsd,
            Optional<BigDecimal> tokensPerAnalysis,
            Optional<BigDecimal> invalidShare) {}
}
