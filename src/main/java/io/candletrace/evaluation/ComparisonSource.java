package io.candletrace.evaluation;

import io.candletrace.evaluation.comparison.ComparisonQuery;
import io.candletrace.evaluation.comparison.Pairing;
import io.candletrace.evaluation.comparison.Side;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** What two said. Everything here fails with {@code DATABASE_UNAVAILABLE} when the database does not answer. */
public interface ComparisonSource {
    /** The side with the version that it means; empty when there is none, and for a model that has answered nothing. */
    Uni<Optional<Side>> find(Side side);

    /**
     * What both said about the same. Of models it is the same when snapshot, picture and prompt have the same hashes; of prompt
     * versions when snapshot and picture have, and the model's configuration; of strategy versions when instrument, timeframe and
     * {@code as_of} are equal, and of analyses the model, replays left out. Of each side the first answer with a verdict counts.
     */
    Uni<Pairing> pairing(ComparisonQuery query);
}
