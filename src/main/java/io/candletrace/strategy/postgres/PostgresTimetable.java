package io.candletrace.strategy.postgres;

import io.candletrace.persistence.Transactions;
import io.candletrace.strategy.Strategies;
import io.candletrace.strategy.Strategy;
import io.candletrace.strategy.StrategyDraft.Timing;
import io.candletrace.strategy.Timetable;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.BiConsumer;

/** The timetable in the rows of strategies, one of which is changed by one at a time. */
@ApplicationScoped
class PostgresTimetable implements Timetable {
    private final Transactions transactions;
    private final Strategies strategies;
    private final Clock clock;

    PostgresTimetable(Transactions transactions, Strategies strategies, Clock clock) {
        this.transactions = transactions;
        this.strategies = strategies;
        this.clock = clock;
    }

    @Override
    public Uni<Strategy> setActive(String name, boolean active) {
        return change(name, (row, now) -> {
            // One that is active already keeps the fires that are due.
            if (row.active != active) {
                row.active = active;
                row.awaitFires(now);
            }
        });
    }

    @Override
    public Uni<Strategy> pause(String name, String reason) {
        return change(name, (row, now) -> {
            row.pauseReason = reason;
            if (row.pausedAt == null) {
                row.pausedAt = now;
                row.awaitFires(now);
            }
        });
    }

    @Override
    public Uni<Strategy> resume(String name) {
        return change(name, (row, now) -> {
            if (row.pausedAt != null) {
                row.pausedAt = null;
                row.pauseReason = "";
                row.awaitFires(now);
            }
        });
    }

    @Override
    public Uni<Strategy> reschedule(String name, Timing timing) {
        return change(name, (row, now) -> row.take(timing, now));
    }

    private Uni<Strategy> change(String name, BiConsumer<StrategyEntity, Instant> change) {
        return transactions
                .write(session -> StrategyRows.lock(session, name).invoke(row -> change.accept(row, now())))
                .chain(done -> strategies.find(name))
                .map(found -> found.orElseThrow(() -> StrategyRows.unknown(name)));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
