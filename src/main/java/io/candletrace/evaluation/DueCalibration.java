package io.candletrace.evaluation;

import io.candletrace.evaluation.calibration.CalibrationMap;
import io.candletrace.lineage.PromptTemplateId;
import java.time.Instant;
import java.util.Optional;

/**
 * A model with a version of a prompt of which more is known than its newest map knows.
 *
 * @param modelConfig our name for endpoint, model and parameters
 * @param before the newest map; absent when there is none yet
 */
public record DueCalibration(String modelConfig, PromptTemplateId prompt, Optional<Before> before) {
    /** Of the map that is to be fitted, from 1. */
    public int version() {
        return before.map(Before::version).orElse(0) + 1;
    }

    /**
     * The newest map.
     *
     * @param resolvedBy close of the last exit bar that it knows, UTC
     */
    public record Before(int version, Instant resolvedBy, CalibrationMap map) {}

    @Override
    public String toString() {
        return "modelConfig=" + modelConfig + " promptTemplateId=" + prompt.value() + " version=" + version();
    }
}
