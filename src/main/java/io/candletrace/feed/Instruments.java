package io.candletrace.feed;

import io.candletrace.lineage.InstrumentId;
import io.candletrace.lineage.Recorded;
import io.candletrace.market.Instrument;
import io.candletrace.market.Symbol;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The instruments that were ever asked about. Fails with {@code DATABASE_UNAVAILABLE} when the database does not answer. */
public interface Instruments {

    /**
     * The rows of these instruments' symbols at a feed, for those who owned the tickers on a date, in their order: made when
     * there are none and, while the feed itself has not said what they are, brought up to date when they differ.
     */
    Uni<List<Recorded<InstrumentId, Instrument>>> findOrAdd(String feed, List<Instrument> instruments, LocalDate on);

    /** The instrument of this id; empty when there is none. */
    Uni<Optional<Recorded<InstrumentId, Instrument>>> find(InstrumentId id);

    /** Keeps what the feed itself says about an instrument. Its symbol and since when it is the owner stay as they are. */
    Uni<Void> learn(InstrumentId id, Instrument instrument);

    /**
     * The ticker has another owner from this session on: the row of this id is that owner's, and a new row is the one's before.
     * Fails with {@code NOT_FOUND}, and with {@code CONFLICT} when the date is not within the row's own time.
     */
    Uni<Listed> succeed(InstrumentId id, LocalDate from);

    /** Every instrument of a symbol at any feed, or every one there is, the newest row first; at most 500. */
    Uni<List<Listed>> list(Optional<Symbol> symbol);

    /**
     * A row as it stands.
     *
     * @param feed whose name for it the symbol is
     * @param until last session under this owner of the ticker; absent when it still is the owner
     * @param learned whether the feed itself said what it is
     */
    record Listed(InstrumentId id, String feed, Instrument instrument, Optional<LocalDate> until, boolean learned) {}
}
