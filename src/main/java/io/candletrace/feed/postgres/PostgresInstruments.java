package io.candletrace.feed.postgres;

import io.candletrace.feed.Instruments;
import io.candletrace.lineage.InstrumentId;
import io.candletrace.lineage.Recorded;
import io.candletrace.market.Instrument;
import io.candletrace.market.Symbol;
import io.candletrace.persistence.Transactions;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Instruments as rows. A row that says what the feed says is left alone, so that tasks do not wait for each other. */
@ApplicationScoped
class PostgresInstruments implements Instruments {

    private static final String UPSERT = """
            insert into instruments as row (symbol, exchange, conid, currency, calendar, time_zone, tick_size)
            values (:symbol, :exchange, cast(:conid as bigint), :currency, :calendar, :zone, :tick)
            on conflict (symbol, exchange, valid_from) do update
               set conid = coalesce(excluded.conid, row.conid), currency = excluded.currency,
                   calendar = excluded.calendar, time_zone = excluded.time_zone, tick_size = excluded.tick_size
             where (coalesce(excluded.conid, row.conid), excluded.currency, excluded.calendar, excluded.time_zone,
                    excluded.tick_size)
                   is distinct from (row.conid, row.currency, row.calendar, row.time_zone, row.tick_size)""";

    private static final String FIND =
            "select row from InstrumentEntity row where row.symbol in :symbols order by row.id";

    private final Transactions transactions;

    PostgresInstruments(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Uni<List<Recorded<InstrumentId, Instrument>>> findOrAdd(List<Instrument> instruments) {
        return transactions.write(session -> rows(session, instruments)
                .chain(found -> addOthers(session, instruments, found))
                .map(found ->
                        instruments.stream().map(Listing::of).map(found::get).toList()));
    }

    @Override
    public Uni<Optional<Recorded<InstrumentId, Instrument>>> find(InstrumentId id) {
        return transactions
                .read(session -> session.find(InstrumentEntity.class, id.value()))
                .map(row -> Optional.ofNullable(row).map(InstrumentEntity::toDomain));
    }

    /** Most are there already and stay as they are: only the others cost a statement each, and all one more look. */
    private static Uni<Map<Listing, Recorded<InstrumentId, Instrument>>> addOthers(
            Mutiny.Session session,
            List<Instrument> instruments,
            Map<Listing, Recorded<InstrumentId, Instrument>> found) {
        var others = instruments.stream()
                .filter(instrument -> !instrument.equals(known(found, instrument)))
                .toList();
        if (others.isEmpty()) {
            return Uni.createFrom().item(found);
        }
        return Multi.createFrom()
                .iterable(others)
                .onItem()
                .transformToUniAndConcatenate(instrument -> upsert(session, instrument))
                .collect()
                .last()
                .invoke(session::clear)
                .chain(() -> rows(session, instruments));
    }

    private static Uni<Integer> upsert(Mutiny.Session session, Instrument instrument) {
        var conid = instrument.conid();
        return session.createNativeQuery(UPSERT)
                .setParameter("symbol", instrument.symbol().value())
                .setParameter("exchange", instrument.exchange())
                .setParameter("conid", conid.isPresent() ? (Long) conid.getAsLong() : null)
                .setParameter("currency", instrument.currency())
                .setParameter("calendar", instrument.calendar().id())
                .setParameter("zone", instrument.calendar().zone().getId())
                .setParameter("tick", instrument.tickSize())
                .executeUpdate();
    }

    private static Uni<Map<Listing, Recorded<InstrumentId, Instrument>>> rows(
            Mutiny.Session session, List<Instrument> instruments) {
        return session.createQuery(FIND, InstrumentEntity.class)
                .setParameter(
                        "symbols",
                        instruments.stream()
                                .map(instrument -> instrument.symbol().value())
                                .toList())
                .getResultList()
                .map(rows -> rows.stream()
                        .map(InstrumentEntity::toDomain)
                        .collect(
                                Collectors.toMap(row -> Listing.of(row.value()), row -> row, (older, newer) -> newer)));
    }

    private static @Nullable Instrument known(
            Map<Listing, Recorded<InstrumentId, Instrument>> found, Instrument instrument) {
        var row = found.get(Listing.of(instrument));
        return row == null ? null : row.value();
    }

    /** What a row is found by; the rest of an instrument may change. */
    private record Listing(Symbol symbol, String exchange) {
        static Listing of(Instrument instrument) {
            return new Listing(instrument.symbol(), instrument.exchange());
        }
    }
}
