package io.candletrace.journal;

import io.candletrace.analysis.Analysis;
import io.candletrace.analysis.Question;
import io.candletrace.lineage.AnalysisId;
import io.candletrace.lineage.ChartId;
import io.candletrace.lineage.InstrumentId;
import io.candletrace.lineage.Recorded;
import io.candletrace.lineage.Sha256;
import io.candletrace.lineage.SignalId;
import io.candletrace.lineage.SnapshotId;
import io.candletrace.market.Timeframe;
import io.candletrace.signal.Signal;
import io.candletrace.storage.StoredChart;
import io.candletrace.storage.StoredSnapshot;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/**
 * Where evidence is kept. Every {@code record} is one short transaction fenced by the attempt: it fails with {@code
 * STALE_ATTEMPT}, and writes nothing, when another attempt owns the task, and with {@code DATABASE_UNAVAILABLE}. Its steps
 * are written with it, so that the lineage of what is recorded is never missing.
 */
public interface Journal {
    /** The chart this execution already has of the instrument, in this timeframe and rendering; empty when none. */
    Uni<Optional<ChartEvidence>> findChart(Provenance provenance, Timeframe timeframe, Sha256 renderSpec);

    /** A chart of any execution; empty when there is none of this id. */
    Uni<Optional<ChartEvidence>> findChart(ChartId id);

    /** Keeps a chart and its snapshot. */
    Uni<Recorded<ChartId, StoredChart>> recordChart(Provenance provenance, StoredChart chart, List<Step> steps);

    /** The analysis this execution already has for the question; empty when none. */
    Uni<Optional<Recorded<AnalysisId, Analysis>>> findAnalysis(Provenance provenance, Question question);

    /** Keeps an analysis. */
    Uni<Recorded<AnalysisId, Analysis>> recordAnalysis(Provenance provenance, Analysis analysis, List<Step> steps);

    /** The signal this execution already has for the instrument; empty when none. */
    Uni<Optional<SignalId>> findSignal(Provenance provenance);

    /** Keeps a signal and which analyses it came from. */
    Uni<Recorded<SignalId, Signal>> recordSignal(Provenance provenance, Signal signal, List<Step> steps);

    /** Keeps bars that no chart was drawn from. Not fenced: the same bars are one row, whoever comes first. */
    Uni<SnapshotId> recordSnapshot(InstrumentId instrument, StoredSnapshot snapshot);

    /** Keeps steps that led to nothing. */
    Uni<Void> recordSteps(Provenance provenance, List<Step> steps);
}
