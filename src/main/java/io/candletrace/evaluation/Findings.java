package io.candletrace.evaluation;

import io.candletrace.evaluation.outcome.BaseRates;
import io.candletrace.evaluation.outcome.Terms;
import io.candletrace.lineage.SnapshotId;
import java.util.List;
import java.util.Optional;

/**
 * What became of a batch.
 *
 * @param terms what it was resolved by
 * @param bars those it was resolved with
 * @param benchmark the benchmark's; absent without one
 * @param baseRates of the bars, one for each horizon
 */
public record Findings(
        Terms terms, SnapshotId bars, Optional<SnapshotId> benchmark, List<Judged> judged, List<BaseRates> baseRates) {
    public Findings {
        judged = List.copyOf(judged);
        baseRates = List.copyOf(baseRates);
    }
}
