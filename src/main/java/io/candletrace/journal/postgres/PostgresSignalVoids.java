package io.candletrace.journal.postgres;

import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.journal.SignalVoids;
import io.candletrace.lineage.SignalId;
import io.candletrace.persistence.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.hibernate.reactive.mutiny.Mutiny;

/** Voids signals: the reason becomes a row, the signal's status follows, both or neither. */
@ApplicationScoped
class PostgresSignalVoids implements SignalVoids {

    private static final String VOID =
            "update SignalEntity row set row.status = 'voided' where row.id = :id and row.status = 'active'";
    private static final String STATUS = "select row.status from SignalEntity row where row.id = :id";

    private final Transactions transactions;
    private final Clock clock;

    PostgresSignalVoids(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public Uni<Void> add(SignalId signal, String reason) {
        return transactions.write(session -> session.createMutationQuery(VOID)
                .setParameter("id", signal.value())
                .executeUpdate()
                .chain(changed -> changed == 0 ? refuse(session, signal) : keep(session, signal, reason)));
    }

    private Uni<Void> keep(Mutiny.Session session, SignalId signal, String reason) {
        var row = new SignalVoidEntity();
        row.signalId = signal.value();
        row.reason = reason;
        row.voidedAt = clock.instant();
        return session.persist(row);
    }

    private static Uni<Void> refuse(Mutiny.Session session, SignalId signal) {
        return session.createQuery(STATUS, String.class)
                .setParameter("id", signal.value())
                .getResultList()
                .map(found -> {
                    throw found.stream()
                            .findFirst()
                            .map(status -> notActive(signal, status))
                            .orElseGet(() -> unknown(signal));
                });
    }

    private static ServiceException notActive(SignalId signal, String status) {
        return new ServiceException(
                FailureReason.CONFLICT,
                "only an active signal can be voided, signal " + signal.value() + " is " + status);
    }

    private static ServiceException unknown(SignalId signal) {
        return new ServiceException(FailureReason.NOT_FOUND, "there is no signal " + signal.value());
    }
}
