package io.candletrace.api;

import io.candletrace.journal.Calibration;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a confidence was worth by what was known when it was stated.
 *
 * @param status {@code calibrated}; {@code insufficient_data} when there was no map that could be used; {@code not_a_probability} for
 *     what no model stated: scores, shares of votes, weakened confidences, none
 */
record CalibrationView(
        String status, Optional<BigDecimal> confidence, Optional<Long> mapId, Optional<Integer> mapVersion) {

    static CalibrationView of(Calibration calibration) {
        return new CalibrationView(
                calibration.status(), calibration.confidence(), calibration.mapId(), calibration.mapVersion());
    }
}
