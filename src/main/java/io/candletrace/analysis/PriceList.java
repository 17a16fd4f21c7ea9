package io.candletrace.analysis;

import io.candletrace.lineage.ModelPriceId;
import io.candletrace.lineage.Window;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The prices that were ever entered. None is changed or taken back, so that a cost keeps meaning what it was computed with: a
 * price that is effective from a time in the past holds for calls from now on, and leaves those made before as they are.
 * Everything here fails with {@code DATABASE_UNAVAILABLE} when the database does not answer.
 */
public interface PriceList {
    /** Enters a price. */
    Uni<PriceRecord> add(ModelPrice price, PriceRecord.Origin origin);

    /** The price of this id; empty when there is none. */
    Uni<Optional<PriceRecord>> find(ModelPriceId id);

    /** Prices by when they are effective, the latest first, of equal ones the last entered; the window's times bound when they were entered. */
    Uni<List<PriceRecord>> list(Filter filter, Window window);

    /**
     * Enters what the configuration charges, each where it differs from what the configuration said last of its model and tier:
     * effective from when it says, else since the epoch for the first and from now on for a changed one. Replicas that start
     * together enter it once.
     */
    Uni<Void> configure(List<ConfiguredPrice> prices);

    /**
     * Which prices.
     *
     * @param model our name
     * @param serviceTier in the vendor's word
     * @param at only those in effect at this time, one a model and tier
     */
    record Filter(Optional<String> model, Optional<String> serviceTier, Optional<Instant> at) {}
}
