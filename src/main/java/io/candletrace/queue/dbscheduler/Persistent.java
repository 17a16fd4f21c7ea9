package io.candletrace.queue.dbscheduler;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.shaded.jdbc.SQLRuntimeException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/**
 * Writes into the queue what became of a task, however long the database is away: left alone, the entry would have to be found
 * dead first. On a virtual thread, so waiting costs nothing.
 */
final class Persistent implements CompletionHandler<Void> {
    private static final Logger LOG = Logger.getLogger(Persistent.class);
    private static final long LONGEST_PAUSE_MS = 2_000;

    private final CompletionHandler<Void> end;
    private final BooleanSupplier stopping;

    Persistent(CompletionHandler<Void> end, BooleanSupplier stopping) {
        this.end = end;
        this.stopping = stopping;
    }

    @Override
    public void complete(ExecutionComplete complete, ExecutionOperations<Void> operations) {
        while (!written(complete, operations)) {
            LOG.debugf("%s is written again", complete.getExecution());
        }
    }

    private boolean written(ExecutionComplete complete, ExecutionOperations<Void> operations) {
        try {
            end.complete(complete, operations);
            return true;
        } catch (SQLRuntimeException unreachable) {
            var pause = ThreadLocalRandom.current().nextLong(LONGEST_PAUSE_MS / 4, LONGEST_PAUSE_MS);
            if (stopping.getAsBoolean() || !DbSchedulerQueue.slept(Duration.ofMillis(pause))) {
                throw unreachable;
            }
            return false;
        }
    }
}
