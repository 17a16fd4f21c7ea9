package io.candletrace.queue;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Lets this replica's queue rest while the kill switch is engaged. That only spares the asking: what holds is asked again, in
 * the database, whenever something is claimed.
 */
@ApplicationScoped
class ClaimSwitchWatch {
    private static final Logger LOG = Logger.getLogger(ClaimSwitchWatch.class);

    private final ClaimSwitch claiming;
    private final TaskQueue queue;
    private final AtomicBoolean engaged = new AtomicBoolean();

    ClaimSwitchWatch(ClaimSwitch claiming, TaskQueue queue, MeterRegistry meters) {
        this.claiming = claiming;
        this.queue = queue;
        meters.gauge("candletrace.switch.engaged", engaged, state -> state.get() ? 1 : 0);
    }

    /** Looks where the switch stands. */
    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return claiming.engaged()
                .invoke(this::follow)
                .replaceWithVoid()
                .onFailure()
                .recoverWithUni(failure -> {
                    LOG.debugf("kept to what the switch said last: %s", failure.getMessage());
                    return Uni.createFrom().voidItem();
                });
    }

    private void follow(boolean found) {
        if (engaged.getAndSet(found) != found) {
            LOG.infof("the switch '%s' is %s", ClaimSwitch.NAME, found ? "engaged: nothing is begun" : "released");
            queue.setClaiming(!found);
        }
    }
}
