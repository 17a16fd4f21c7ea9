package io.candletrace.analysis;

import io.candletrace.lineage.ModelPriceId;
import io.candletrace.lineage.Recorded;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;

/** What models charge. Everything here fails with {@code DATABASE_UNAVAILABLE} when the database does not answer. */
public interface Prices {
    /**
     * The price of a model in a service tier at some time; empty when nobody knows it.
     *
     * @param model our name
     */
    Uni<Optional<Recorded<ModelPriceId, ModelPrice>>> at(String model, String serviceTier, Instant at);
}
