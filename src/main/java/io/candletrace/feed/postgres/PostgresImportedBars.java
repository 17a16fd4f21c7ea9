package io.candletrace.feed.postgres;

import io.candletrace.feed.BarCache.Span;
import io.candletrace.feed.ImportedBars;
import io.candletrace.market.Bar;
import io.candletrace.market.Symbol;
import io.candletrace.market.Timeframe;
import io.candletrace.persistence.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Imported bars in {@code market_bars}. */
@ApplicationScoped
class PostgresImportedBars implements ImportedBars {
    private static final String OF_SYMBOL = """
            from market_bars bar join instruments of on of.id = bar.instrument_id
            where of.feed = 'import' and of.symbol = :symbol and bar.source = 'import'""";
    private static final String OF_TIMEFRAME = OF_SYMBOL + " and bar.timeframe = :timeframe";

    private static final String EXIST = "select exists (select 1 " + OF_TIMEFRAME + ")";
    private static final String FIND = "select " + BarRow.COLUMNS + " " + OF_TIMEFRAME
            + " and opens_at >= :from and opens_at < :to order by opens_at";
    private static final String LATEST = "select max(closes_at) " + OF_SYMBOL;

    private final Transactions transactions;

    PostgresImportedBars(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Uni<Boolean> exist(Symbol symbol, Timeframe timeframe) {
        return transactions.read(session -> of(session.createNativeQuery(EXIST, Boolean.class), symbol, timeframe)
                .getSingleResult());
    }

    @Override
    public Uni<List<Bar>> find(Symbol symbol, Timeframe timeframe, Span span) {
        return transactions.read(session -> of(session.createNativeQuery(FIND, Object[].class), symbol, timeframe)
                .setParameter("from", span.from().atOffset(ZoneOffset.UTC))
                .setParameter("to", span.to().atOffset(ZoneOffset.UTC))
                .getResultList()
                .map(rows -> rows.stream().map(BarRow::bar).toList()));
    }

    @Override
    public Uni<Optional<Instant>> latestClose(Symbol symbol) {
        return transactions.read(session -> session.createNativeQuery(LATEST, OffsetDateTime.class)
                .setParameter("symbol", symbol.value())
                .getSingleResultOrNull()
                .map(close -> Optional.ofNullable(close).map(OffsetDateTime::toInstant)));
    }

    private static <R> Mutiny.SelectionQuery<R> of(Mutiny.SelectionQuery<R> query, Symbol symbol, Timeframe timeframe) {
        return query.setParameter("symbol", symbol.value()).setParameter("timeframe", timeframe.code());
    }
}
