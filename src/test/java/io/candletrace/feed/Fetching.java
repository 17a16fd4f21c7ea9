package io.candletrace.feed;

import io.candletrace.lineage.InstrumentId;
import io.candletrace.lineage.Recorded;
import io.candletrace.market.BarSeries;
import io.candletrace.market.Symbol;
import io.candletrace.market.Timeframe;
import java.time.Instant;
import java.util.List;

/** Series of a single source, unadjusted, as the feed makes them. */
public final class Fetching {
    private Fetching() {}

    /** The newest bars of a symbol, or the source's failure. */
    public static BarSeries series(BarSource source, String symbol, Timeframe timeframe, Instant asOf, int bars) {
        var plan = SeriesPlan.of(source, request(source, symbol, timeframe, asOf, bars));
        return source.fetch(plan.range())
                .map(batch -> plan.series(batch, List.of()))
                .await()
                .indefinitely();
    }

    private static BarRequest request(BarSource source, String symbol, Timeframe timeframe, Instant asOf, int bars) {
        return new BarRequest(
                new Recorded<>(new InstrumentId(1), source.instrument(new Symbol(symbol))),
                List.of(),
                timeframe,
                asOf,
                bars,
                source.profile().adjustment(),
                false);
    }
}
