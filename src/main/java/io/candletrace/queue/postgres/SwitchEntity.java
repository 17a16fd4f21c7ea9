package io.candletrace.queue.postgres;

import io.candletrace.queue.ClaimSwitch.Turn;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A row of {@code switches}. */
@Entity
@Immutable
@Table(name = "switches")
class SwitchEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    String name;
    boolean engaged;
    String reason;
    String changedBy;
    Instant changedAt;

    Turn toDomain() {
        if (id == null) {
            throw new IllegalStateException("a row that was written has an id");
        }
        return new Turn(id, name, engaged, reason, changedBy, changedAt);
    }
}
