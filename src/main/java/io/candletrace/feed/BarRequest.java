package io.candletrace.feed;

import io.candletrace.lineage.InstrumentId;
import io.candletrace.lineage.Recorded;
import io.candletrace.market.Adjustment;
import io.candletrace.market.Instrument;
import io.candletrace.market.Timeframe;
import java.time.Instant;
import java.util.List;

/**
 * Which bars are asked for.
 *
 * @param instrument whose bars
 * @param sources where they may come from, first choice first; empty for the configured one
 * @param timeframe what one bar covers
 * @param asOf what may be seen: only bars closed by then, and splits and dividends in effect by then
 * @param bars how many at most, counted back from {@code asOf}; positive
 * @param adjustment what the prices are to be corrected for
 * @param acceptUnadjustedSplits whether a split that nothing corrects is let pass
 */
public record BarRequest(
        Recorded<InstrumentId, Instrument> instrument,
        List<String> sources,
        Timeframe timeframe,
        Instant asOf,
        int bars,
        Adjustment adjustment,
        boolean acceptUnadjustedSplits) {
    public BarRequest {
        sources = List.copyOf(sources);
        if (bars <= 0) {
            throw new IllegalArgumentException("at least one bar is asked for, was " + bars);
        }
    }

    /** The same, about the instrument as its source knows it. */
    BarRequest about(Instrument resolved) {
        return new BarRequest(
                new Recorded<>(instrument.id(), resolved),
                sources,
                timeframe,
                asOf,
                bars,
                adjustment,
                acceptUnadjustedSplits);
    }
}
