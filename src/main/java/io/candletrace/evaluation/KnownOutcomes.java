package io.candletrace.evaluation;

import io.candletrace.evaluation.calibration.StatedOutcomes;
import java.time.Instant;

/**
 * What is known of the probabilities that a model stated with a version of a prompt. Times are UTC.
 *
 * @param firstAsOf of the earliest decision
 * @param lastAsOf of the latest decision
 * @param resolvedBy close of the last of their exit bars
 * @param days how many days the decisions lie on
 * @param outcomes at least one
 */
public record KnownOutcomes(
        Instant firstAsOf, Instant lastAsOf, Instant resolvedBy, int days, StatedOutcomes outcomes) {}
