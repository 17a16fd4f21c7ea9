package io.candletrace.analysis;

import io.smallrye.mutiny.Uni;

/** How many tokens a model may still use today (UTC). */
public interface Budget {
    /** Fails with {@code BUDGET_EXCEEDED} when today's tokens of this model have reached the limit. */
    Uni<Void> require(ModelConfig model, long dailyTokens);

    /** Counts tokens that were used. */
    Uni<Void> spend(ModelConfig model, long tokens);
}
