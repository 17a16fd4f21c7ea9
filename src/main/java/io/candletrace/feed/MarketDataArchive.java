package io.candletrace.feed;

import io.candletrace.lineage.Window;
import io.candletrace.market.Symbol;
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Looks at what the cache holds. Fails with {@code DATABASE_UNAVAILABLE} when the database does not answer. */
public interface MarketDataArchive {

    /** Bars that came back changed, by when that was noticed, newest first. */
    Uni<List<Revision>> revisions(Optional<Symbol> symbol, Window window);

    /** What is kept, by source and timeframe. */
    Uni<List<Holding>> holdings();

    /**
     * A row of {@code bar_revisions}.
     *
     * @param before what stood there since {@code knownSince}
     * @param after what stands there since {@code noticedAt}; absent when the source no longer has the bar and the old one stays
     */
    record Revision(
            long id,
            String symbol,
            String source,
            String adjustment,
            String timeframe,
            LocalDate sessionDate,
            Instant opensAt,
            Figures before,
            Optional<Figures> after,
            Instant knownSince,
            Instant noticedAt) {}

    /** A bar's figures; prices in the instrument's currency. */
    record Figures(BigDecimal open, BigDecimal high, BigDecimal low, BigDecimal close, BigDecimal volume) {}

    /**
     * What is kept of one source in one timeframe.
     *
     * @param bars how many
     * @param instruments of how many instruments
     * @param revisions how many bars came back changed, as often as they did
     * @param firstOpensAt of the oldest bar
     * @param lastClosesAt of the newest bar
     * @param lastFetchedAt when the newest values arrived
     */
    record Holding(
            String source,
            String timeframe,
            long bars,
            long instruments,
            long revisions,
            Instant firstOpensAt,
            Instant lastClosesAt,
            Instant lastFetchedAt) {}
}
