package io.candletrace.feed.postgres;

import io.candletrace.feed.Instruments;
import io.candletrace.lineage.InstrumentId;
import io.candletrace.lineage.Recorded;
import io.candletrace.market.Instrument;
import io.candletrace.persistence.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

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
            "select row from InstrumentEntity row where row.symbol = :symbol and row.exchange = :exchange"
                    + " order by row.id desc";

    private final Transactions transactions;

    PostgresInstruments(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Uni<Recorded<InstrumentId, Instrument>> findOrAdd(Instrument instrument) {
        return transactions.write(session -> findOrAdd(session, instrument));
    }

    @Override
    public Uni<Recorded<InstrumentId, Instrument>> findOrAdd(Mutiny.Session session, Instrument instrument) {
        return upsert(session, instrument)
                .chain(() -> select(session, instrument))
                .map(InstrumentEntity::toDomain);
    }

    @Override
    public Uni<Optional<Recorded<InstrumentId, Instrument>>> find(InstrumentId id) {
        return transactions
                .read(session -> session.find(InstrumentEntity.class, id.value()))
                .map(row -> Optional.ofNullable(row).map(InstrumentEntity::toDomain));
    }

    private static Uni<Integer> upsert(Mutiny.Session session, Instrument instrument) {
        var conid = instrument.conid();
        return session.createNativeQuery(UPSERT)
                .setParameter("symbol", instrument.symbol().value())
                .setParameter("exchange", instrument.exchange())
                .setParameter("conid", conid.isPresent() ? String.valueOf(conid.getAsLong()) : null)
                .setParameter("currency", instrument.currency())
                .setParameter("calendar", instrument.calendar().id())
                .setParameter("zone", instrument.calendar().zone().getId())
                .setParameter("tick", instrument.tickSize())
                .executeUpdate();
    }

    private static Uni<InstrumentEntity> select(Mutiny.Session session, Instrument instrument) {
        return session.createQuery(FIND, InstrumentEntity.class)
                .setParameter("symbol", instrument.symbol().value())
                .setParameter("exchange", instrument.exchange())
                .setMaxResults(1)
                .getSingleResult();
    }
}
