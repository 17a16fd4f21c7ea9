package io.candletrace.feed.postgres;

import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.feed.Instruments;
import io.candletrace.lineage.InstrumentId;
import io.candletrace.lineage.Recorded;
import io.candletrace.market.Instrument;
import io.candletrace.market.Symbol;
import io.candletrace.persistence.Transactions;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Instruments as rows. A row that says what the feed says is left alone, so that tasks do not wait for each other. */
@ApplicationScoped
class PostgresInstruments implements Instruments {
    private static final int MOST_LISTED = 500;

    /** Of the rows of one ticker only the one without an earlier owner can be missing: the others are made by hand. */
    private static final String ADD = """
            insert into instruments (feed, symbol, exchange, conid, currency, calendar, time_zone, tick_size)
            values (:feed, :symbol, :exchange, cast(:conid as bigint), :currency, :calendar, :zone, :tick)
            on conflict do nothing""";

    private static final String UPDATE = """
            update instruments set exchange = :exchange, conid = coalesce(cast(:conid as bigint), conid),
                   currency = :currency, calendar = :calendar, time_zone = :zone, tick_size = :tick,
                   learned_at = case when :learned then clock_timestamp() else learned_at end
             where id = :id and (:learned or learned_at is null)""";

    private static final String FIND = """
            select row from InstrumentEntity row where row.feed = :feed and row.symbol in :symbols
            and (row.validFrom is null or row.validFrom <= :on) and (row.validTo is null or row.validTo >= :on)
            order by row.id""";

    private static final String SUCCEEDED = """
            insert into instruments (feed, symbol, exchange, currency, calendar, time_zone, tick_size, valid_from, valid_to)
            select feed, symbol, exchange, currency, calendar, time_zone, tick_size, cast(?3 as date), cast(?2 as date) - 1
              from instruments where id = ?1""";
    private static final String SUCCEEDING = "update instruments set valid_from = ?2 where id = ?1";

    private final Transactions transactions;

    PostgresInstruments(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Uni<List<Recorded<InstrumentId, Instrument>>> findOrAdd(
            String feed, List<Instrument> instruments, LocalDate on) {
        return transactions
                .read(session -> rows(session, feed, instruments, on))
                .chain(found ->
                        instruments.stream().anyMatch(instrument -> differs(found.get(instrument.symbol()), instrument))
                                ? transactions.write(session -> bringUpToDate(session, feed, instruments, on))
                                : Uni.createFrom().item(found))
                .map(found -> instruments.stream()
                        .map(instrument -> present(found.get(instrument.symbol()), instrument.symbol()))
                        .toList());
    }

    @Override
    public Uni<Optional<Recorded<InstrumentId, Instrument>>> find(InstrumentId id) {
        return transactions
                .read(session -> session.find(InstrumentEntity.class, id.value()))
                .map(row -> Optional.ofNullable(row).map(InstrumentEntity::toDomain));
    }

    @Override
    public Uni<Void> learn(InstrumentId id, Instrument instrument) {
        return transactions.write(session ->
                update(session, id.value(), instrument, true).executeUpdate().replaceWithVoid());
    }

    @Override
    public Uni<Listed> succeed(InstrumentId id, LocalDate from) {
        return transactions.write(session -> session.find(InstrumentEntity.class, id.value())
                .invoke(row -> requireWithin(id, row, from))
                .call(() -> session.createNativeQuery(SUCCEEDING)
                        .setParameter(1, id.value())
                        .setParameter(2, from)
                        .executeUpdate())
                .chain(row -> session.createNativeQuery(SUCCEEDED)
                        .setParameter(1, id.value())
                        .setParameter(2, from)
                        .setParameter(3, row.validFrom)
                        .executeUpdate())
                .invoke(session::clear)
                .chain(() -> session.find(InstrumentEntity.class, id.value()))
                .map(InstrumentEntity::toListed));
    }

    @Override
    public Uni<List<Listed>> list(Optional<Symbol> symbol) {
        return transactions.read(session -> session.createQuery(
                        "select row from InstrumentEntity row where :symbol is null or row.symbol = :symbol"
                                + " order by row.id desc",
                        InstrumentEntity.class)
                .setParameter("symbol", symbol.map(Symbol::value).orElse(null))
                .setMaxResults(MOST_LISTED)
                .getResultList()
                .map(rows -> rows.stream().map(InstrumentEntity::toListed).toList()));
    }

    private static Uni<Map<Symbol, InstrumentEntity>> bringUpToDate(
            Mutiny.Session session, String feed, List<Instrument> instruments, LocalDate on) {
        return rows(session, feed, instruments, on)
                .chain(found -> bringUpToDate(session, feed, instruments, found))
                .chain(() -> rows(session, feed, instruments, on));
    }

    /** Most are there already and stay as they are: only the others cost a statement each. */
    private static Uni<Void> bringUpToDate(
            Mutiny.Session session, String feed, List<Instrument> instruments, Map<Symbol, InstrumentEntity> found) {
        var others = instruments.stream()
                .filter(instrument -> differs(found.get(instrument.symbol()), instrument))
                .toList();
        return Multi.createFrom()
                .iterable(others)
                .onItem()
                .transformToUniAndConcatenate(instrument -> change(session, feed, instrument, found))
                .collect()
                .last()
                .invoke(session::clear)
                .replaceWithVoid();
    }

    private static boolean differs(@Nullable InstrumentEntity row, Instrument instrument) {
        return row == null || !row.agrees(instrument);
    }

    private static Uni<Integer> change(
            Mutiny.Session session, String feed, Instrument instrument, Map<Symbol, InstrumentEntity> found) {
        var row = found.get(instrument.symbol());
        return row == null
                ? add(session, feed, instrument).executeUpdate()
                : update(session, row.id, instrument, false).executeUpdate();
    }

    private static Mutiny.MutationQuery add(Mutiny.Session session, String feed, Instrument instrument) {
        return described(session.createNativeQuery(ADD), instrument)
                .setParameter("feed", feed)
                .setParameter("symbol", instrument.symbol().value());
    }

    private static Mutiny.MutationQuery update(
            Mutiny.Session session, long id, Instrument instrument, boolean learned) {
        return described(session.createNativeQuery(UPDATE), instrument)
                .setParameter("id", id)
                .setParameter("learned", learned);
    }

    private static Mutiny.MutationQuery described(Mutiny.MutationQuery query, Instrument instrument) {
        var conid = instrument.conid();
        return query.setParameter("exchange", instrument.exchange())
                .setParameter("conid", conid.isPresent() ? (Long) conid.getAsLong() : null)
                .setParameter("currency", instrument.currency())
                .setParameter("calendar", instrument.calendar().id())
                .setParameter("zone", instrument.calendar().zone().getId())
                .setParameter("tick", instrument.tickSize());
    }

    private static Recorded<InstrumentId, Instrument> present(@Nullable InstrumentEntity row, Symbol symbol) {
        if (row == null) {
            throw new IllegalStateException("nobody owns the ticker " + symbol + " on that date");
        }
        return row.toDomain();
    }

    private static void requireWithin(InstrumentId id, @Nullable InstrumentEntity row, LocalDate from) {
        if (row == null) {
            throw new ServiceException(FailureReason.NOT_FOUND, "there is no instrument " + id.value());
        }
        if (row.validFrom != null && !from.isAfter(row.validFrom) || row.validTo != null && from.isAfter(row.validTo)) {
            throw new ServiceException(
                    FailureReason.CONFLICT,
                    "from: expected a session within the owner's time, " + row.validFrom + " to " + row.validTo
                            + ", found " + from);
        }
    }

    private static Uni<Map<Symbol, InstrumentEntity>> rows(
            Mutiny.Session session, String feed, List<Instrument> instruments, LocalDate on) {
        return session.createQuery(FIND, InstrumentEntity.class)
                .setParameter("feed", feed)
                .setParameter(
                        "symbols",
                        instruments.stream()
                                .map(instrument -> instrument.symbol().value())
                                .toList())
                .setParameter("on", on)
                .getResultList()
                .map(rows -> rows.stream()
                        .collect(Collectors.toMap(row -> new Symbol(row.symbol), row -> row, (older, newer) -> newer)));
    }
}
