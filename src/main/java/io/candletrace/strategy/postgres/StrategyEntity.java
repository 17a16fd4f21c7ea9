package io.candletrace.strategy.postgres;

import io.candletrace.strategy.CatchUp;
import io.candletrace.strategy.Fires;
import io.candletrace.strategy.Schedule;
import io.candletrace.strategy.Strategy;
import io.candletrace.strategy.Strategy.Standing;
import io.candletrace.strategy.StrategyDraft;
import io.candletrace.strategy.StrategyDraft.Timing;
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

    @Nullable
    Instant nextExecutionAt;

    @Nullable
    Instant pausedAt;

    String pauseReason;

    @Nullable
    Instant scheduledSince;

    @Nullable
    String scheduleError;

    static StrategyEntity of(StrategyDraft draft, Instant now) {
        var row = new StrategyEntity();
        row.name = draft.name();
        row.description = draft.description();
        row.active = true;
        row.pauseReason = "";
        row.createdAt = now;
        row.take(draft.timing(), now);
        return row;
    }

    /** Takes another timing. Fails with {@code IMPOSSIBLE_REQUEST} when its schedule never fires. */
    void take(Timing timing, Instant now) {
        timing.next(now);
        schedule = timing.schedule().map(Schedule::text).orElse(null);
        timeZone = timing.zone().getId();
        catchUp = timing.catchUp().name().toLowerCase(Locale.ROOT);
        awaitFires(now);
    }

    /** What fires from now on is wanted, if the strategy is active and not paused; nothing that fired before is. */
    void awaitFires(Instant now) {
        var fires = active && pausedAt == null
                ? timing().schedule().map(given -> given.fires(timing().zone()))
                : Optional.<Fires>empty();
        nextExecutionAt = fires.flatMap(given -> given.after(now)).orElse(null);
        scheduledSince = fires.map(given -> now).orElse(null);
        scheduleError = null;
    }

    Strategy toDomain(StrategyVersionEntity current) {
        return new Strategy(active, timing(), standing(), createdAt, current.toDomain(this));
    }

    private Timing timing() {
        return new Timing(
                Optional.ofNullable(schedule).map(Schedule::new),
                ZoneId.of(timeZone),
                CatchUp.valueOf(catchUp.toUpperCase(Locale.ROOT)));
    }

    private Standing standing() {
        return new Standing(
                Optional.ofNullable(pausedAt),
                pauseReason,
                Optional.ofNullable(nextExecutionAt),
                Optional.ofNullable(scheduledSince),
                Optional.ofNullable(scheduleError));
    }
}
