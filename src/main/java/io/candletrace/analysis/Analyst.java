package io.candletrace.analysis;

import io.smallrye.mutiny.Uni;

/** Somebody who reads charts: a model, or the offline baseline. */
public interface Analyst {
    /**
     * Asks. An answer that cannot be used is a value ({@code INVALID}, {@code REFUSED}, {@code TRUNCATED}). Answers on the
     * caller's Vert.x context. Fails with {@code MODEL_UNAVAILABLE}, {@code MODEL_REFUSED_REQUEST}, {@code BUDGET_EXCEEDED}
     * or {@code STORE_UNAVAILABLE} when there is no answer at all.
     */
    Uni<Analysis> analyse(Question question);
}
