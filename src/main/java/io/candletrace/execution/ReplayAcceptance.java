package io.candletrace.execution;

import io.candletrace.lineage.AnalysisId;
import io.candletrace.lineage.InstrumentId;
import io.candletrace.pipeline.ReplaySpec;
import java.util.List;
import java.util.Optional;

/**
 * A replay that was found possible.
 *
 * @param of the execution whose charts are read again
 * @param analysis the one that is replayed; absent for all of the execution
 * @param spec what is asked
 * @param requestedBy who wants it
 * @param instruments one task each
 */
public record ReplayAcceptance(
        ExecutionRecord of,
        Optional<AnalysisId> analysis,
        ReplaySpec spec,
        String requestedBy,
        List<InstrumentId> instruments) {
    public ReplayAcceptance {
        instruments = List.copyOf(instruments);
    }
}
