package io.candletrace.journal;

import io.candletrace.lineage.Sha256;
import io.candletrace.market.Timeframe;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What one stage of a task took in and gave out.
 *
 * @param name the stage's verb: {@code fetch}, {@code render}
 * @param timeframe of the series it worked on; absent where all are
 * @param model who was asked; absent where nobody was
 * @param startedAt UTC
 * @param duration wall time
 * @param input hash of what it worked on, when it has one
 * @param output hash of what it made, when it has one
 * @param error why it failed, one line; absent when it did not
 */
public record Step(
        String name,
        Optional<Timeframe> timeframe,
        Optional<String> model,
        Instant startedAt,
        Duration duration,
        Optional<Sha256> input,
        Optional<Sha256> output,
        Optional<String> error) {}
