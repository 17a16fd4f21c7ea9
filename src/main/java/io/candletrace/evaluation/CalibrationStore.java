package io.candletrace.evaluation;

import io.candletrace.evaluation.calibration.CalibrationFit;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/**
 * What maps are fitted on, and the maps. Only probabilities count, at the horizon that they were stated for: of the first answer about
 * the same, of BUY and SELL, never of scores, replays and made-up bars. Everything fails with {@code DATABASE_UNAVAILABLE} when the
 * database does not answer.
 */
public interface CalibrationStore {
    /** Those with enough outcomes, and enough more than their newest map knows, in the order of model and prompt. */
    Uni<List<DueCalibration>> due(CalibrationConfig config);

    /** What is known; empty when nothing is. */
    Uni<Optional<KnownOutcomes>> outcomes(DueCalibration due);

    /** Keeps the map as the version that was due, and answers whether nobody else had. */
    Uni<Boolean> record(DueCalibration due, KnownOutcomes known, CalibrationFit fit);
}
