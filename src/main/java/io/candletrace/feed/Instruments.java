package io.candletrace.feed;

import io.candletrace.lineage.InstrumentId;
import io.candletrace.lineage.Recorded;
import io.candletrace.market.Instrument;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** The instruments that were ever asked about. Fails with {@code DATABASE_UNAVAILABLE} when the database does not answer. */
public interface Instruments {

    /** The row of this instrument's symbol and venue, made when there is none and brought up to date when it differs. */
    Uni<Recorded<InstrumentId, Instrument>> findOrAdd(Instrument instrument);

    /** The same as part of a transaction that is open. */
    Uni<Recorded<InstrumentId, Instrument>> findOrAdd(Mutiny.Session session, Instrument instrument);

    /** The instrument of this id; empty when there is none. */
    Uni<Optional<Recorded<InstrumentId, Instrument>>> find(InstrumentId id);
}
