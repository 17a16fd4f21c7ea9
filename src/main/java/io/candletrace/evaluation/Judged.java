package io.candletrace.evaluation;

import io.candletrace.evaluation.outcome.Regime;
import io.candletrace.evaluation.outcome.Resolution;
import java.time.Instant;
import java.util.Optional;

/**
 * What became of a subject.
 *
 * @param subject what was judged
 * @param resolution as far as the bars go
 * @param regime at the decision; absent when it was found before
 * @param watchedTo close of the last bar that was used, UTC; absent when none was
 * @param dueAt when to look again, UTC; absent when nothing is left to find
 */
public record Judged(
        Subject subject,
        Resolution resolution,
        Optional<Regime> regime,
        Optional<Instant> watchedTo,
        Optional<Instant> dueAt) {}
