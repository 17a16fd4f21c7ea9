package io.candletrace.feed;

import io.candletrace.market.Instrument;
import io.candletrace.market.Timeframe;
import java.time.Instant;

/**
 * Which bars are asked for.
 *
 * @param instrument whose bars
 * @param timeframe what one bar covers
 * @param asOf what may be seen: only bars closed by then
 * @param bars how many at most, counted back from {@code asOf}; positive
 */
public record BarRequest(Instrument instrument, Timeframe timeframe, Instant asOf, int bars) {
    public BarRequest {
        if (bars <= 0) {
            throw new IllegalArgumentException("at least one bar is asked for, was " + bars);
        }
    }
}
