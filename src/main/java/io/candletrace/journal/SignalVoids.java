package io.candletrace.journal;

import io.candletrace.lineage.SignalId;
import io.smallrye.mutiny.Uni;

/** Takes signals back: the row stays, its status says so. */
public interface SignalVoids {

    /**
     * Voids a signal. Fails with {@code NOT_FOUND} when there is none, with {@code CONFLICT} when it is not active and with
     * {@code DATABASE_UNAVAILABLE}.
     */
    Uni<Void> add(SignalId signal, String reason);
}
