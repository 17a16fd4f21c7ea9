package io.candletrace.strategy.postgres;

import io.candletrace.strategy.CatchUp;
import io.candletrace.strategy.Schedule;
import io.candletrace.strategy.Strategy;
import io.candletrace.strategy.StrategyDraft;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A row of {@code strategies}. */
@Entity
@Table(name = "strategies")
class StrategyEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    String name;
    String description;
    boolean active;

    /** Absent only between the two inserts of the transaction that creates the strategy. */
    @Nullable
    Long currentVersionId;

    @Nullable
    String schedule;

    String timeZone;
    String catchUp;
    Instant createdAt;

    static StrategyEntity of(StrategyDraft draft, Instant now) {
        var row = new StrategyEntity();
        row.name = draft.name();
        row.description = draft.description();
        row.active = true;
        row.schedule = draft.timing().schedule().map(Schedule::cron).orElse(null);
        row.timeZone = draft.timing().zone().getId();
        row.catchUp = draft.timing().catchUp().name().toLowerCase(Locale.ROOT);
        row.createdAt = now;
        return row;
    }

    Strategy toDomain(StrategyVersionEntity current) {
        return new Strategy(
                active,
                Optional.ofNullable(schedule).map(Schedule::new),
                ZoneId.of(timeZone),
                CatchUp.valueOf(catchUp.toUpperCase(Locale.ROOT)),
                createdAt,
                current.toDomain(this));
    }
}
