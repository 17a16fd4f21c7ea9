package io.candletrace.feed.postgres;

import io.candletrace.feed.BarCache;
import io.candletrace.market.Bar;
import io.candletrace.persistence.Transactions;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** The cache in {@code market_bars}, {@code bar_revisions} and {@code bar_coverage}. */
@ApplicationScoped
class PostgresBarCache implements BarCache {
    private static final String MISSING = """
            select lower(part), upper(part) from unnest(
                tstzmultirange(tstzrange(cast(:from as timestamptz), cast(:to as timestamptz)))
                - coalesce((select covered from bar_coverage where %s), '{}')) part
            order by 1""".formatted(Statements.KEY);

    private static final String BARS = "select " + BarRow.COLUMNS + " from market_bars where " + Statements.KEY
            + " and opens_at >= :from and opens_at < :to order by opens_at";

    private static final String COVER = """
            insert into bar_coverage as known (instrument_id, source, adjustment, timeframe, covered)
            values (:instrument, :source, :adjustment, :timeframe,
                    tstzmultirange(tstzrange(cast(:from as timestamptz), cast(:to as timestamptz))))
            on conflict (instrument_id, source, adjustment, timeframe)
            do update set covered = known.covered + excluded.covered""";

    private static final String FORGET = "delete from bar_coverage where " + Statements.KEY;

    /** Two replicas that fetched the same bars would both see what differs, and both record it. */
    private static final String ONE_AT_A_TIME =
            "select 1 from (select pg_advisory_xact_lock(hashtextextended(cast(:key as text), 0))) locked";

    private final Transactions transactions;

    PostgresBarCache(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Uni<List<Span>> missing(Key key, Span wanted) {
        return transactions.read(session -> spanned(
                        keyed(session.createNativeQuery(MISSING, Object[].class), key), wanted)
                .getResultList()
                .map(rows -> rows.stream().map(PostgresBarCache::span).toList()));
    }

    @Override
    public Uni<List<Bar>> bars(Key key, Span wanted) {
        return transactions.read(session -> spanned(keyed(session.createNativeQuery(BARS, Object[].class), key), wanted)
                .getResultList()
                .map(rows -> rows.stream().map(BarRow::bar).toList()));
    }

    @Override
    public Uni<Change> keep(Key key, List<Bar> bars, Span covered) {
        return transactions.write(session -> session.createNativeQuery(ONE_AT_A_TIME, Integer.class)
                .setParameter("key", key.toString())
                .getSingleResult()
                .chain(() -> change(session, key, bars, true))
                .call(() -> spanned(keyed(session.createNativeQuery(COVER), key), covered)
                        .executeUpdate()));
    }

    @Override
    public Uni<Change> add(Key key, List<Bar> bars) {
        return transactions.write(session -> session.createNativeQuery(ONE_AT_A_TIME, Integer.class)
                .setParameter("key", key.toString())
                .getSingleResult()
                .chain(() -> change(session, key, bars, false)));
    }

    @Override
    public Uni<Void> forget(Key key) {
        return transactions.write(session ->
                keyed(session.createNativeQuery(FORGET), key).executeUpdate().replaceWithVoid());
    }

    private static Uni<Change> change(Mutiny.Session session, Key key, List<Bar> bars, boolean complete) {
        if (bars.isEmpty()) {
            return Uni.createFrom().item(Change.NONE);
        }
        return keyed(session.createNativeQuery(Statements.KEEP, Object[].class), key)
                .setParameter("bars", json(bars))
                .setParameter("complete", complete)
                .getSingleResult()
                .map(row -> new Change(count(row[0]), count(row[1]), count(row[2])));
    }

    /** Numbers as texts: on their way they must not pass through a double. */
    private static String json(List<Bar> bars) {
        var array = new JsonArray();
        for (var bar : bars) {
            array.add(new JsonObject()
                    .put("session_date", bar.sessionDate().toString())
                    .put("opens_at", bar.opensAt().toString())
                    .put("closes_at", bar.closesAt().toString())
                    .put("open", bar.open().toPlainString())
                    .put("high", bar.high().toPlainString())
                    .put("low", bar.low().toPlainString())
                    .put("close", bar.close().toPlainString())
                    .put("volume", bar.volume().toPlainString()));
        }
        return array.encode();
    }

    private static <Q extends Mutiny.AbstractQuery> Q keyed(Q query, Key key) {
        query.setParameter("instrument", key.instrument().value());
        query.setParameter("source", key.source());
        query.setParameter("adjustment", key.adjustment().code());
        query.setParameter("timeframe", key.timeframe().code());
        return query;
    }

    private static <Q extends Mutiny.AbstractQuery> Q spanned(Q query, Span span) {
        query.setParameter("from", span.from().atOffset(ZoneOffset.UTC));
        query.setParameter("to", span.to().atOffset(ZoneOffset.UTC));
        return query;
    }

    private static Span span(Object[] row) {
        return new Span(((OffsetDateTime) row[0]).toInstant(), ((OffsetDateTime) row[1]).toInstant());
    }

    private static int count(Object number) {
        return ((Number) number).intValue();
    }
}
