package io.candletrace.journal;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a confidence was worth by what was known when it was stated. Rows have had it since they were written, or never.
 *
 * @param probability whether the confidence is a probability that a model stated: no score, no vote's share, not weakened, not absent
 * @param confidence what the map makes of it; absent when there was no map that could be used
 * @param mapId of {@code calibration_maps}
 * @param mapVersion that map's
 */
public record Calibration(
        boolean probability, Optional<BigDecimal> confidence, Optional<Long> mapId, Optional<Integer> mapVersion) {

    /** {@code calibrated}, {@code insufficient_data}, or {@code not_a_probability}. */
    public String status() {
        if (!probability) {
            return "not_a_probability";
        }
        return confidence.isPresent() ? "calibrated" : "insufficient_data";
    }
}
