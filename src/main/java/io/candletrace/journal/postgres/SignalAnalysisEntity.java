package io.candletrace.journal.postgres;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;

/** A row of {@code signal_analyses}. */
@Entity
@IdClass(SignalAnalysisEntity.Key.class)
@Table(name = "signal_analyses")
class SignalAnalysisEntity {
    @Id
    long signalId;

    @Id
    long llmAnalysisId;

    String role;

    /** Its key. */
    record Key(long signalId, long llmAnalysisId) implements Serializable {}
}
