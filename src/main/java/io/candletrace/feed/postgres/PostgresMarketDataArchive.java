package io.candletrace.feed.postgres;

import io.candletrace.feed.MarketDataArchive;
import io.candletrace.lineage.Window;
import io.candletrace.market.Symbol;
import io.candletrace.persistence.Listing;
import io.candletrace.persistence.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** What the cache's tables hold. */
@ApplicationScoped
class PostgresMarketDataArchive implements MarketDataArchive {
    private static final String REVISIONS = "select row, instrument.symbol from RevisionEntity row"
            + " join InstrumentEntity instrument on instrument.id = row.instrumentId";
    private static final String HOLDINGS = """
            select bar.source, bar.timeframe, count(*), count(distinct bar.instrument_id),
                (select count(*) from bar_revisions revision
                  where revision.source = bar.source and revision.timeframe = bar.timeframe),
                min(opens_at), max(closes_at), max(fetched_at)
            from market_bars bar group by bar.source, bar.timeframe order by bar.source, bar.timeframe""";

    private final Transactions transactions;

    PostgresMarketDataArchive(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Uni<List<Revision>> revisions(Optional<Symbol> symbol, Window window) {
        return transactions.read(session -> Listing.of(REVISIONS, Object[].class)
                .where("instrument.symbol = :", symbol.map(Symbol::value))
                .page(session, window, "noticedAt")
                .map(rows -> rows.stream()
                        .map(row -> ((RevisionEntity) row[0]).toDomain((String) row[1]))
                        .toList()));
    }

    @Override
    public Uni<List<Holding>> holdings() {
        return transactions.read(session -> session.createNativeQuery(HOLDINGS, Object[].class)
                .getResultList()
                .map(rows ->
                        rows.stream().map(PostgresMarketDataArchive::holding).toList()));
    }

    private static Holding holding(Object[] row) {
        return new Holding(
                (String) row[0],
                (String) row[1],
                ((Number) row[2]).longValue(),
                ((Number) row[3]).longValue(),
                ((Number) row[4]).longValue(),
                time(row[5]),
                time(row[6]),
                time(row[7]));
    }

    private static Instant time(Object value) {
        return ((OffsetDateTime) value).toInstant();
    }
}
