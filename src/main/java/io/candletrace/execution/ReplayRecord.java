package io.candletrace.execution;

import io.candletrace.lineage.AnalysisId;
import io.candletrace.lineage.ExecutionId;
import io.candletrace.pipeline.ReplaySpec;
import java.time.Instant;
import java.util.Optional;

/**
 * A row of {@code replays}.
 *
 * @param execution that replays
 * @param of whose charts are read again
 * @param analysis the one that is replayed; absent for all of the execution
 * @param spec what is asked
 * @param createdAt UTC
 */
public record ReplayRecord(
        ExecutionId execution, ExecutionId of, Optional<AnalysisId> analysis, ReplaySpec spec, Instant createdAt) {}
