package io.candletrace.analysis;

import io.smallrye.mutiny.Uni;

/** Tells whether somebody can be asked at all, without paying for an answer. */
public interface AnalystProbe {
    /**
     * Whether the analyst's endpoint answers within a few seconds and accepts our credentials; {@code rules-v1} always does.
     * Never fails.
     */
    Uni<Boolean> reachable(ModelConfig model);
}
