package io.candletrace.queue.dbscheduler;

import io.candletrace.failure.ServiceException;
import io.candletrace.persistence.Transactions;
import io.candletrace.queue.TaskQueue.Priority;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How long the queue is and how long its oldest task has waited: read by one query every ten seconds, whoever asks how often. */
@ApplicationScoped
class QueueFigures {
    private static final String READ = """
            select priority, count(*), cast(coalesce(extract(epoch from now()
                    - min(execution_time) filter (where not picked and execution_time <= now())), 0) as double precision)
            from scheduled_tasks where task_name = ?1 group by priority
            """;

    private final Transactions transactions;
    private volatile Map<Priority, Long> depths = Map.of();
    private volatile double oldestSeconds;

    QueueFigures(Transactions transactions, MeterRegistry meters) {
        this.transactions = transactions;
        Arrays.stream(Priority.values()).forEach(priority -> depth(priority, meters));
        Gauge.builder("candletrace.queue.oldest.ready.age", () -> oldestSeconds)
                .description("how long the oldest task that could run has waited")
                .baseUnit("seconds")
                .register(meters);
    }

    private void depth(Priority priority, MeterRegistry meters) {
        Gauge.builder("candletrace.queue.depth", () -> depths.getOrDefault(priority, 0L))
                .description("tasks that wait or run")
                .tag("priority", priority.name().toLowerCase(Locale.ROOT))
                .register(meters);
    }

    /** Asks the database. */
    @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> refresh() {
        return transactions
                .read(session -> session.createNativeQuery(READ, Object[].class)
                        .setParameter(1, DbSchedulerQueue.TASK_NAME)
                        .getResultList())
                .invoke(this::keep)
                .replaceWithVoid()
                .onFailure(ServiceException.class)
                .recoverWithUni(() -> Uni.createFrom().voidItem());
    }

    private void keep(List<Object[]> rows) {
        var found = new EnumMap<Priority, Long>(Priority.class);
        rows.forEach(row -> found.put(Priority.values()[((Number) row[0]).intValue()], ((Number) row[1]).longValue()));
        depths = found;
        oldestSeconds = rows.stream()
                .mapToDouble(row -> ((Number) row[2]).doubleValue())
                .max()
                .orElse(0);
    }
}
