package io.candletrace.evaluation;

import io.candletrace.lineage.AnalysisId;
import io.candletrace.lineage.SignalId;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Outcomes to look at. Everything fails with {@code DATABASE_UNAVAILABLE} when the database does not answer. */
public interface OutcomeArchive {
    /** What became of an analysis; empty when there is none of this id. */
    Uni<Optional<OutcomeRecord>> find(AnalysisId analysis);

    /** What became of a signal; empty when there is none of this id. */
    Uni<Optional<OutcomeRecord>> find(SignalId signal);
}
