package io.candletrace.queue.dbscheduler;

import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import com.github.kagkarlsson.scheduler.event.SchedulerListener.SchedulerEventType;
import com.github.kagkarlsson.scheduler.task.DeadExecutionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Says who is dead, and says nothing until it can know: after the database was away, or this process stood still, everybody's
 * heartbeats are old, and the living need the time in which they may be missed to show that they are alive.
 */
final class Witness extends AbstractSchedulerListener implements DeadExecutionHandler<Void> {
    private final long interval;
    private final long patience;
    private final LongSupplier ticks;
    private volatile long since;
    private volatile long last;

    /**
     * A witness who has seen nothing yet.
     *
     * @param heartbeats how far heartbeats are apart; the dead are looked for at every other one
     * @param missed how many may be missed
     * @param ticks nanoseconds that pass
     */
    Witness(Duration heartbeats, int missed, LongSupplier ticks) {
        this.interval = heartbeats.toNanos();
        this.patience = heartbeats.multipliedBy(missed).toNanos();
        this.ticks = ticks;
        this.since = ticks.getAsLong();
        this.last = since;
    }

    @Override
    public void onSchedulerEvent(SchedulerEventType event) {
        if (event == SchedulerEventType.RAN_DETECT_DEAD) {
            var now = ticks.getAsLong();
            if (gap(now)) {
                since = now;
            }
            last = now;
        }
    }

    @Override
    public void deadExecution(ExecutionComplete complete, ExecutionOperations<Void> operations) {
        if (canTell()) {
            operations.reschedule(complete, complete.getTimeDone());
        }
    }

    /** Whether the database has answered here without a gap for as long as heartbeats may be missed. */
    boolean canTell() {
        var now = ticks.getAsLong();
        return !gap(now) && now - since >= patience;
    }

    private boolean gap(long now) {
        return now - last > 2 * interval + interval / 2;
    }
}
