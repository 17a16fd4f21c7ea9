package io.candletrace.execution;

import io.candletrace.execution.Workflow.Begin;
import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.lineage.TaskId;
import io.candletrace.persistence.Fence;
import io.candletrace.thread.Hop;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;

/**
 * Writes transitions down, however long the database is away while this process lives. A connection that breaks leaves open
 * whether the transition was committed, so before anything is given up the row is asked whether it was ours.
 */
final class Settling {
    private static final Logger LOG = Logger.getLogger(Settling.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final int MOST_DOUBLINGS = 5;

    private final Workflow workflow;
    private final Stopping stopping;
    private final BackOff backOff;

    Settling(Workflow workflow, Stopping stopping, RandomGenerator random) {
        this.workflow = workflow;
        this.stopping = stopping;
        this.backOff = new BackOff(FIRST_PAUSE, random);
    }

    /**
     * Begins the task. When the answer is lost the row tells whether it has begun; it is not begun a second time, because by then
     * somebody else may have been given the task.
     */
    Uni<Begin> begin(TaskId task) {
        var owner = UUID.randomUUID();
        return workflow.begin(task, owner)
                .onFailure(Settling::unheard)
                .recoverWithUni(failure -> again(failure, 1, () -> begun(task, owner)));
    }

    private Uni<Begin> begun(TaskId task, UUID owner) {
        return workflow.begun(task, owner)
                .map(found -> found.<Begin>map(Begin.Begun::new).orElseGet(() -> new Begin.NotNow(backOff.after(3))));
    }

    Uni<Void> complete(Attempt attempt) {
        return settle(attempt, workflow::complete);
    }

    Uni<Void> fail(Attempt attempt, String error) {
        return settle(attempt, fence -> workflow.fail(fence, error));
    }

    Uni<Void> release(Attempt attempt, String error) {
        return settle(attempt, fence -> workflow.release(fence, error));
    }

    Uni<Void> handBack(Attempt attempt) {
        return settle(attempt, workflow::handBack);
    }

    Uni<Void> cancel(Attempt attempt) {
        return settle(attempt, workflow::cancel);
    }

    private Uni<Void> settle(Attempt attempt, Function<Fence, Uni<Void>> transition) {
        return transition
                .apply(attempt.fence())
                .onFailure(Settling::unheard)
                .recoverWithUni(failure -> again(
                        failure,
                        1,
                        () -> transition
                                .apply(attempt.fence())
                                .onFailure(Settling::stale)
                                .recoverWithUni(stale -> settled(attempt, stale))));
    }

    /** The transition that was not heard of may have been committed; what changed the row since is then no reason to fail. */
    private Uni<Void> settled(Attempt attempt, Throwable stale) {
        return workflow.settled(attempt)
                .invoke(ours -> {
                    if (!ours) {
                        throw (ServiceException) stale;
                    }
                })
                .replaceWithVoid();
    }

    private <T> Uni<T> again(Throwable failure, int times, Supplier<Uni<T>> question) {
        if (stopping.stopped() && times > 1) {
            return Uni.createFrom().failure(failure);
        }
        var pause = backOff.after(Math.min(times, MOST_DOUBLINGS));
        LOG.debugf("the database is asked again in %s: %s", pause, failure.getMessage());
        return Hop.back(Uni.createFrom().voidItem().onItem().delayIt().by(pause))
                .chain(() -> question.get())
                .onFailure(Settling::unheard)
                .recoverWithUni(more -> again(more, times + 1, question));
    }

    private static boolean unheard(Throwable failure) {
        return failure instanceof ServiceException known && known.reason() == FailureReason.DATABASE_UNAVAILABLE;
    }

    private static boolean stale(Throwable failure) {
        return failure instanceof ServiceException known && known.reason() == FailureReason.STALE_ATTEMPT;
    }
}
