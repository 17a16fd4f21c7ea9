package io.candletrace.execution;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Removes the events of executions that ended long ago. */
@ApplicationScoped
class EventSweep {
    private static final Logger LOG = Logger.getLogger(EventSweep.class);

    private final EventLog log;
    private final EventConfig config;

    EventSweep(EventLog log, EventConfig config) {
        this.log = log;
        this.config = config;
    }

    /** Batch by batch, so that no transaction is long. */
    @Scheduled(every = "10m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return log.sweep(config.eventRetention())
                .repeat()
                .whilst(swept -> swept > 0)
                .collect()
                .last()
                .replaceWithVoid()
                .onFailure()
                .recoverWithUni(failure -> {
                    LOG.debugf("old events wait: %s", failure.getMessage());
                    return Uni.createFrom().voidItem();
                });
    }
}
