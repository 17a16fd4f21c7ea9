package io.candletrace.feed;

import io.candletrace.market.Instrument;
import io.candletrace.market.Symbol;
import io.candletrace.market.Timeframe;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;

/** Where bars come from: a vendor, a folder, a generator. A bean identified by its profile's name. */
public interface BarSource {
    /** What it is and what may be done with its bars. */
    SourceProfile profile();

    /** What can be said about a symbol without asking anybody: venue, calendar, currency and tick. */
    Instrument instrument(Symbol symbol);

    /**
     * The timeframe whose bars this source delivers, and from which those of the wanted one are made; empty when it has
     * neither.
     */
    Optional<Timeframe> base(Timeframe wanted);

    /**
     * The instrument with what the source knows about it: venue, contract, currency, tick. Asks nobody when it is known
     * already. Fails with {@code UNKNOWN_SYMBOL}, {@code SYMBOL_AMBIGUOUS} or as {@link #fetch} does.
     */
    Uni<Instrument> resolve(Instrument instrument);

    /**
     * Fetches closed bars of a base timeframe: those that open and close inside the range, oldest first; fewer when history
     * is shorter, none when it has none there.
     *
     * <p>Fails with {@code UNKNOWN_SYMBOL}, {@code BARS_INVALID}, {@code FEED_SESSION_LOST} or {@code FEED_UNAVAILABLE}.
     */
    Uni<BarBatch> fetch(BarRange range);

    /**
     * The close of the last bar there is, for a source whose history ends; empty for a live one, and when the source has no
     * bars of it.
     */
    Uni<Optional<Instant>> latestClose(Instrument instrument);
}
