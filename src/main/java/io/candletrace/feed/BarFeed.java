package io.candletrace.feed;

import io.candletrace.market.BarSeries;
import io.candletrace.market.Instrument;
import io.candletrace.market.Symbol;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;

/** A source of closed bars. */
public interface BarFeed {
    /** Its name, as the columns named {@code source} have it: {@code csv}, {@code synthetic}. */
    String source();

    /** What this feed knows about a symbol, whether it has bars of it or not: venue, calendar, currency and tick. */
    Instrument instrument(Symbol symbol);

    /**
     * The latest close among the last bars this feed has, for a source whose history ends; empty for a live one, and when it
     * knows none of the symbols.
     */
    Uni<Optional<Instant>> latestClose(Iterable<Symbol> symbols);

    /**
     * Fetches the newest bars closed by the request's {@code asOf}, oldest first: as many as asked for, or fewer when
     * history is shorter.
     *
     * <p>Fails with {@code UNKNOWN_SYMBOL}, {@code BARS_INVALID}, {@code BAR_NOT_AVAILABLE} when the bar that the calendar
     * expects last is missing, or {@code FEED_UNAVAILABLE}.
     */
    Uni<BarSeries> fetch(BarRequest request);
}
