package io.candletrace.api;

import io.candletrace.evaluation.CalibrationRecord;
import io.candletrace.evaluation.CalibrationRecord.Score;
import java.time.Instant;
import java.util.Optional;

/**
 * A map without its steps.
 *
 * @param resolvedBy decisions of an earlier {@code as_of} do not carry it
 * @param days how many the decisions behind it lie on
 * @param inSample over the outcomes that it was fitted on, which flatters it
 * @param outOfSample of the version before, over the outcomes that it did not know; absent for the first
 */
record CalibrationMapView(
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
        Optional<Score> outOfSample) {

    static CalibrationMapView of(CalibrationRecord map) {
        return new CalibrationMapView(
                map.id(),
                map.modelConfig(),
                map.promptTemplateId(),
                map.promptVersion(),
                map.version(),
                map.fittedAt(),
                map.resolvedBy(),
                map.firstAsOf(),
                map.lastAsOf(),
                map.days(),
                map.inSample(),
                map.outOfSample());
    }
}
