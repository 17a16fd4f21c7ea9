package io.candletrace.feed;

import io.candletrace.lineage.InstrumentId;
import io.candletrace.lineage.Recorded;
import io.candletrace.market.Instrument;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/** The instruments that were ever asked about. Fails with {@code DATABASE_UNAVAILABLE} when the database does not answer. */
public interface Instruments {

    /**
     * The rows of these instruments' symbols and venues, in their order: made when there are none and brought up to date when
     * they differ.
     */
    Uni<List<Recorded<InstrumentId, Instrument>>> findOrAdd(List<Instrument> instruments);

    /** The instrument of this id; empty when there is none. */
    Uni<Optional<Recorded<InstrumentId, Instrument>>> find(InstrumentId id);
}
