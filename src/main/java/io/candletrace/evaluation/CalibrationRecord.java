package io.candletrace.evaluation;

import io.candletrace.evaluation.calibration.CalibrationMap.Knot;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A row of {@code calibration_maps}. Times are UTC.
 *
 * @param modelConfig our name for endpoint, model and parameters
 * @param promptVersion as strategies pin it: {@code daily@3}
 * @param version of this model with this version of a prompt, from 1
 * @param fittedAt only decisions that were made later carry it
 * @param resolvedBy close of the last exit bar of what it was fitted on: only decisions whose {@code as_of} is not earlier carry it
 * @param firstAsOf of the earliest decision that it was fitted on
 * @param lastAsOf of the latest
 * @param days how many days those decisions lie on
 * @param inSample over the outcomes that it was fitted on
 * @param outOfSample of the version before, over those outcomes that it did not know; absent for the first
 * @param knots its steps, ascending
 */
public record CalibrationRecord(
        long id,
        String modelConfig,
        long promptTemplateId,
        String promptVersion,
        int version,
        Instant fittedAt,
        Instant resolvedBy,
        Instant firstAsOf,
        Instant lastAsOf,
        int days,
        Score inSample,
        Optional<Score> outOfSample,
        List<Knot> knots) {
    public CalibrationRecord {
        knots = List.copyOf(knots);
    }

    /**
     * Mean squared errors, 0 (best) to 1, 8 decimals; absent of none.
     *
     * @param n of how many outcomes
     * @param brierStated of what was stated
     * @param brierCalibrated of what the map makes of it
     */
    public record Score(int n, Optional<BigDecimal> brierStated, Optional<BigDecimal> brierCalibrated) {}
}
