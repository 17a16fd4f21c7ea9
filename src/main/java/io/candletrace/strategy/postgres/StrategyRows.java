package io.candletrace.strategy.postgres;

import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.LockModeType;
import org.hibernate.reactive.mutiny.Mutiny;

/** The rows of {@code strategies}, in the caller's transaction. */
final class StrategyRows {
    private static final String STRATEGY = "from StrategyEntity where name = :name";

    private StrategyRows() {}

    /**
     * A strategy's row, held until the transaction ends: the numbers of its versions follow one another, and its schedule is dealt with by
     * one at a time. Fails with {@code NOT_FOUND} when there is none.
     */
    static Uni<StrategyEntity> lock(Mutiny.Session session, String name) {
        return session.createQuery(STRATEGY, StrategyEntity.class)
                .setParameter("name", name)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .map(rows -> rows.stream().findFirst().orElseThrow(() -> unknown(name)));
    }

    static ServiceException unknown(String name) {
        return new ServiceException(FailureReason.NOT_FOUND, "there is no strategy " + name);
    }
}
