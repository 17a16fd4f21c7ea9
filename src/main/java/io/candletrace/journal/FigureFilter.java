package io.candletrace.journal;

import java.time.Instant;
import java.util.Optional;

/**
 * What figures are about; what is absent is not asked for.
 *
 * @param from at or after
 * @param to before
 * @param strategy name
 * @param model our name
 */
public record FigureFilter(
        Optional<Instant> from,
        Optional<Instant> to,
        Optional<String> strategy,
        Optional<String> symbol,
        Optional<String> timeframe,
        Optional<String> model,
        Optional<Long> execution) {}
