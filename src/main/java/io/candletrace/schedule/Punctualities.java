package io.candletrace.schedule;

import io.candletrace.failure.ServiceException;
import io.candletrace.lineage.StrategyId;
import io.candletrace.strategy.Strategy;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tells how punctual strategies are. */
@ApplicationScoped
public class Punctualities {
    private final Successes successes;
    private final ScheduleConfig config;
    private final Clock clock;

    Punctualities(Successes successes, ScheduleConfig config, Clock clock) {
        this.successes = successes;
        this.config = config;
        this.clock = clock;
    }

    /** How punctual each of these strategies is. Fails with {@code DATABASE_UNAVAILABLE} when the database does not answer. */
    public Uni<Map<StrategyId, Punctuality>> of(List<Strategy> strategies) {
        return successes
                .last(strategies.stream().map(Punctualities::id).toList())
                .map(last -> strategies.stream()
                        .collect(Collectors.toMap(
                                Punctualities::id,
                                strategy -> judged(strategy, Optional.ofNullable(last.get(id(strategy)))))));
    }

    private Punctuality judged(Strategy strategy, Optional<Instant> last) {
        var now = clock.instant();
        var expected = strategy.standing().scheduledSince().flatMap(since -> expected(strategy, since, now));
        return Punctuality.of(expected, last, now, config.overdueAfter());
    }

    private static Optional<Instant> expected(Strategy strategy, Instant since, Instant now) {
        try {
            return strategy.schedule()
                    .flatMap(schedule -> Punctuality.expected(schedule.fires(strategy.timeZone()), since, now));
        } catch (ServiceException unreadable) {
            // Its schedule_error says so.
            return Optional.empty();
        }
    }

    private static StrategyId id(Strategy strategy) {
        return strategy.current().strategy();
    }
}
