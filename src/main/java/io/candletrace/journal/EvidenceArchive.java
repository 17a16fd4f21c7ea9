package io.candletrace.journal;

import io.candletrace.analysis.Analysis;
import io.candletrace.lineage.AnalysisId;
import io.candletrace.lineage.ChartId;
import io.candletrace.lineage.ExecutionId;
import io.candletrace.lineage.InstrumentId;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/**
 * Reads what it takes to ask again, and to check what was answered. Everything here fails with {@code DATABASE_UNAVAILABLE} when
 * the database does not answer.
 */
public interface EvidenceArchive {
    /** The analysis of this id; empty when there is none, or when it is a replay. */
    Uni<Optional<AnalysisOutline>> outline(AnalysisId id);

    /** What an execution asked about its charts, of each question the latest sample, by id. */
    Uni<List<AnalysisOutline>> outlines(ExecutionId execution);

    /** The same, about one instrument. */
    Uni<List<AnalysisOutline>> outlines(ExecutionId execution, InstrumentId instrument);

    /** What an execution that replays has recorded so far, by id. */
    Uni<List<AnalysisOutline>> replays(ExecutionId execution);

    /** Everything that is kept about an analysis; empty when there is none of this id. */
    Uni<Optional<AnalysisEvidence>> evidence(AnalysisId id);

    /** The charts that an execution asked about for its signals, by id. */
    Uni<List<ChartId>> chartsAsked(ExecutionId execution);

    /** What an execution asked about one of its charts for its signals, every sample, by id. */
    Uni<List<AnalysisId>> asked(ExecutionId execution, ChartId chart);

    /** What a row would say of this analysis, were it recorded. */
    AnalysisRecord.Answer answer(Analysis analysis);
}
