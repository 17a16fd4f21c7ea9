package io.candletrace.feed;

import io.candletrace.market.Bar;
import io.candletrace.market.Instrument;
import io.candletrace.market.Timeframe;
import java.time.Instant;

/**
 * Which bars a source is asked for.
 *
 * @param instrument resolved by the source
 * @param timeframe one of the source's base timeframes
 * @param from the earliest opening time, UTC
 * @param to the latest closing time, UTC, in the past and after {@code from}
 */
public record BarRange(Instrument instrument, Timeframe timeframe, Instant from, Instant to) {
    public BarRange {
        if (!to.isAfter(from)) {
            throw new IllegalArgumentException("a range ends after it begins, was " + from + " to " + to);
        }
    }

    /** Whether a bar lies in it as a whole. */
    public boolean contains(Bar bar) {
        return !bar.opensAt().isBefore(from) && !bar.closesAt().isAfter(to);
    }
}
