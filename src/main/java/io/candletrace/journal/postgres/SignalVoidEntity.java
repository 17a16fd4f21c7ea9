package io.candletrace.journal.postgres;

import io.candletrace.journal.Archive.Voiding;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of {@code signal_voids}. */
@Entity
@Table(name = "signal_voids")
class SignalVoidEntity {

    @Id
    long signalId;

    String reason;
    Instant voidedAt;

    Voiding toDomain() {
        return new Voiding(reason, voidedAt);
    }
}
