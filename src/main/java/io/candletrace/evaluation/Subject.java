package io.candletrace.evaluation;

import io.candletrace.evaluation.outcome.Prediction;
import java.time.Instant;

/**
 * A prediction that waits for bars.
 *
 * @param prediction what was said; its id is that of the row in {@code outcome_subjects}
 * @param decidedAt when it existed, UTC
 * @param regimeKnown whether its market regime was found before
 */
public record Subject(Prediction prediction, Instant decidedAt, boolean regimeKnown) {}
