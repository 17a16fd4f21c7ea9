package io.candletrace.feed;

import io.candletrace.feed.BarCache.Span;
import io.candletrace.market.Bar;
import io.candletrace.market.Symbol;
import io.candletrace.market.Timeframe;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Reads what was imported, by symbol: whoever owned the ticker. Fails with {@code DATABASE_UNAVAILABLE} when the database does
 * not answer.
 */
public interface ImportedBars {

    /** Whether any bar of a symbol was imported in a timeframe. */
    Uni<Boolean> exist(Symbol symbol, Timeframe timeframe);

    /** The bars that open in a time, oldest first; may be empty. */
    Uni<List<Bar>> find(Symbol symbol, Timeframe timeframe, Span span);

    /** The close of a symbol's last bar in any timeframe; empty when nothing was imported. */
    Uni<Optional<Instant>> latestClose(Symbol symbol);
}
