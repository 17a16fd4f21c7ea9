package io.candletrace.evaluation.calibration;

import io.candletrace.evaluation.statistic.Forecasts;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A map and how good it is.
 *
 * @param map the map
 * @param inSample over the outcomes that it was fitted on, which flatters it
 * @param outOfSample of the map before, over the outcomes that it did not know; absent for the first
 */
public record CalibrationFit(CalibrationMap map, Score inSample, Optional<Score> outOfSample) {

    /**
     * Fits; empty for fewer outcomes than the least.
     *
     * @param before the version before; absent for the first
     */
    public static Optional<CalibrationFit> of(StatedOutcomes outcomes, Optional<CalibrationMap> before, int least) {
        if (outcomes.size() < Math.max(1, least)) {
            return Optional.empty();
        }
        var map = CalibrationMap.fit(outcomes);
        return Optional.of(new CalibrationFit(
                map, Score.of(map, outcomes), before.map(known -> Score.of(known, outcomes.onlyFresh()))));
    }

    /**
     * Mean squared errors (Brier, 1950), 0 (best) to 1; absent for none.
     *
     * @param n of how many
     * @param stated of what was stated
     * @param calibrated of what the map makes of it
     */
    public record Score(int n, OptionalDouble stated, OptionalDouble calibrated) {
        static Score of(CalibrationMap map, StatedOutcomes outcomes) {
            return new Score(
                    outcomes.size(),
                    Forecasts.of(outcomes.stated(), outcomes.hit()).brier(),
                    Forecasts.of(map.apply(outcomes.stated()), outcomes.hit()).brier());
        }
    }
}
