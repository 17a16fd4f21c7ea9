package io.candletrace.journal;

import io.candletrace.market.Timeframe;
import java.time.Instant;
import java.util.Optional;

/**
 * A stage of a task that has begun.
 *
 * @param provenance whose stage it is
 * @param name the stage's verb: {@code fetch}, {@code render}
 * @param timeframe of the series it works on; absent where all are
 * @param model who is asked; absent where nobody is
 * @param at UTC, in microseconds, the same as of the {@link Step} that it becomes
 */
public record StepStart(
        Provenance provenance, String name, Optional<Timeframe> timeframe, Optional<String> model, Instant at) {}
