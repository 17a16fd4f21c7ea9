package io.candletrace.queue.postgres;

import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.lineage.Window;
import io.candletrace.persistence.Listing;
import io.candletrace.persistence.Transactions;
import io.candletrace.queue.ClaimSwitch;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** The kill switch as its history: the last row says where it stands. */
@ApplicationScoped
class PostgresClaimSwitch implements ClaimSwitch {
    private static final String ASK = "select not (" + RELEASED + ")";

    private final Transactions transactions;
    private final Clock clock;

    PostgresClaimSwitch(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public Uni<Void> requireReleased(Mutiny.Session session) {
        return engaged(session)
                .invoke(engaged -> {
                    if (engaged) {
                        throw new ServiceException(
                                FailureReason.CLAIMING_STOPPED,
                                "the switch '" + NAME + "' is engaged: nothing is begun");
                    }
                })
                .replaceWithVoid();
    }

    @Override
    public Uni<Boolean> engaged() {
        return transactions.read(PostgresClaimSwitch::engaged);
    }

    @Override
    public Uni<Turn> turn(boolean engaged, String reason, String changedBy) {
        var row = new SwitchEntity();
        row.name = NAME;
        row.engaged = engaged;
        row.reason = reason;
        row.changedBy = changedBy;
        row.changedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return transactions
                .write(session -> session.persist(row).call(session::flush))
                .replaceWith(row::toDomain);
    }

    @Override
    public Uni<List<Turn>> history(Window window) {
        return transactions
                .read(session -> Listing.of(SwitchEntity.class)
                        .equal("name", Optional.of(NAME))
                        .page(session, window, "changedAt"))
                .map(rows -> rows.stream().map(SwitchEntity::toDomain).toList());
    }

    private static Uni<Boolean> engaged(Mutiny.Session session) {
        return session.createNativeQuery(ASK, Boolean.class).getSingleResult();
    }
}
