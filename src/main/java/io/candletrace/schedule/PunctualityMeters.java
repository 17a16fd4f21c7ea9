package io.candletrace.schedule;

import io.candletrace.schedule.Successes.Waiting;
import io.candletrace.strategy.Schedule;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** How punctual strategies are, as metrics: of every strategy whose fires are wanted, in seconds since 1970. */
@ApplicationScoped
class PunctualityMeters {
    private static final Logger LOG = Logger.getLogger(PunctualityMeters.class);

    private final Successes successes;
    private final ScheduleConfig config;
    private final Clock clock;
    private final MultiGauge expected;
    private final MultiGauge last;
    private final AtomicLong overdue = new AtomicLong();

    PunctualityMeters(Successes successes, ScheduleConfig config, Clock clock, MeterRegistry meters) {
        this.successes = successes;
        this.config = config;
        this.clock = clock;
        this.expected = gauge("candletrace.schedule.expected.as.of", meters);
        this.last = gauge("candletrace.schedule.last.successful.as.of", meters);
        meters.gauge("candletrace.schedule.overdue", overdue);
    }

    /** Looks at all of them. */
    @Scheduled(every = "30s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> refresh() {
        return successes
                .waiting()
                .invoke(this::show)
                .replaceWithVoid()
                .onFailure()
                .recoverWithUni(failure -> {
                    LOG.debugf("kept the figures of before: %s", failure.getMessage());
                    return Uni.createFrom().voidItem();
                });
    }

    private void show(List<Waiting> waiting) {
        var now = clock.instant();
        var judged = new TreeMap<String, Punctuality>();
        waiting.forEach(strategy -> judged.put(
                strategy.name(), Punctuality.of(expected(strategy, now), strategy.last(), now, config.overdueAfter())));
        expected.register(rows(judged, Punctuality::expectedAsOf), true);
        last.register(rows(judged, Punctuality::lastSuccessfulAsOf), true);
        overdue.set(judged.values().stream().filter(Punctuality::overdue).count());
    }

    private static Optional<Instant> expected(Waiting strategy, Instant now) {
        try {
            var fires = new Schedule(strategy.schedule()).fires(ZoneId.of(strategy.timeZone()));
            return Punctuality.expected(fires, strategy.since(), now);
        } catch (RuntimeException unreadable) {
            LOG.debugf("no figures for a schedule that cannot be read strategy=%s", strategy.name());
            return Optional.empty();
        }
    }

    private static List<Row<?>> rows(Map<String, Punctuality> judged, Function<Punctuality, Optional<Instant>> time) {
        return judged.entrySet().stream()
                .flatMap(strategy -> time.apply(strategy.getValue()).stream()
                        .<Row<?>>map(at -> Row.of(Tags.of("strategy", strategy.getKey()), at.getEpochSecond())))
                .toList();
    }

    private static MultiGauge gauge(String name, MeterRegistry meters) {
        return MultiGauge.builder(name).baseUnit("seconds").register(meters);
    }
}
