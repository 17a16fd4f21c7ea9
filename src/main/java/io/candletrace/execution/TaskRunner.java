package io.candletrace.execution;

import io.candletrace.execution.Workflow.Begin;
import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.lineage.TaskId;
import io.candletrace.queue.TaskHandler;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;

/** Runs one attempt of a task and writes down how it ended. */
@ApplicationScoped
class TaskRunner implements TaskHandler {
    private static final Logger LOG = Logger.getLogger(TaskRunner.class);
    private static final Duration A_WHILE = Duration.ofSeconds(5);

    private final Settling settling;
    private final Function<Attempt, Uni<?>> work;
    private final ExecutionConfig config;
    private final BackOff backOff;
    private final MeterRegistry meters;
    private final Stopping stopping = new Stopping();
    private final Set<TaskId> under = ConcurrentHashMap.newKeySet();

    @Inject
    TaskRunner(Workflow workflow, TaskWork work, ExecutionConfig config, MeterRegistry meters) {
        this(workflow, work::run, config, meters, RandomGenerator.getDefault());
    }

    TaskRunner(
            Workflow workflow,
            Function<Attempt, Uni<?>> work,
            ExecutionConfig config,
            MeterRegistry meters,
            RandomGenerator random) {
        this.settling = new Settling(workflow, stopping, random);
        this.work = work;
        this.config = config;
        this.backOff = new BackOff(config.backOff(), random);
        this.meters = meters;
    }

    @Override
    public Uni<Outcome> handle(TaskId task) {
        return Uni.createFrom().deferred(() -> stopping.stopped() ? atOnce() : once(task));
    }

    @Override
    public void stop() {
        stopping.stop();
    }

    /** A queue that heard nothing of this process for a while may bring a task that it still works on. */
    private Uni<Outcome> once(TaskId task) {
        if (!under.add(task)) {
            return Uni.createFrom().item(new Outcome.Again(A_WHILE));
        }
        return settling.begin(task).chain(this::begun).onTermination().invoke(() -> under.remove(task));
    }

    private Uni<Outcome> begun(Begin begin) {
        return switch (begin) {
            case Begin.Begun(var attempt) -> run(attempt);
            case Begin.NotNow(var after) -> Uni.createFrom().item(new Outcome.Again(after));
            case Begin.Ended ignored -> nothingToDo();
        };
    }

    private Uni<Outcome> run(Attempt attempt) {
        return stopping.outrun(Uni.createFrom().deferred(() -> work.apply(attempt)))
                .chain(done -> done ? completed(attempt) : handedBack(attempt))
                .onFailure()
                .recoverWithUni(failure -> ended(attempt, failure));
    }

    private Uni<Outcome> completed(Attempt attempt) {
        return settling.complete(attempt)
                .invoke(() -> count(attempt, "completed"))
                .replaceWith(Outcome.Done::new);
    }

    private Uni<Outcome> handedBack(Attempt attempt) {
        return settling.handBack(attempt)
                .invoke(() -> count(attempt, "handed_back"))
                .replaceWith(Outcome.Again.AT_ONCE);
    }

    private Uni<Outcome> ended(Attempt attempt, Throwable failure) {
        return switch (reason(failure)) {
            case STALE_ATTEMPT -> overtaken(attempt);
            case CANCELLED -> cancelled(attempt).onFailure(TaskRunner::stale).recoverWithUni(() -> overtaken(attempt));
            default -> settled(attempt, failure).onFailure(TaskRunner::stale).recoverWithUni(() -> overtaken(attempt));
        };
    }

    private Uni<Outcome> settled(Attempt attempt, Throwable failure) {
        return switch (reason(failure)) {
            // Nobody's mistake: it counts as nothing, and what was recorded until now is found again.
            case DATABASE_UNAVAILABLE -> handedBack(attempt).map(again -> new Outcome.Again(backOff.after(1)));
            case INTERNAL -> failed(attempt, defect(attempt, failure));
            default -> again(attempt, failure) ? released(attempt, failure) : failed(attempt, detail(failure));
        };
    }

    private Uni<Outcome> overtaken(Attempt attempt) {
        count(attempt, "overtaken");
        return nothingToDo();
    }

    private Uni<Outcome> cancelled(Attempt attempt) {
        return settling.cancel(attempt)
                .invoke(() -> count(attempt, "cancelled"))
                .replaceWith(Outcome.Done::new);
    }

    private Uni<Outcome> failed(Attempt attempt, String error) {
        return settling.fail(attempt, error)
                .invoke(() -> count(attempt, "failed"))
                .invoke(() -> LOG.warnf("task failed %s: %s", attempt, error))
                .replaceWith(Outcome.Done::new);
    }

    private Uni<Outcome> released(Attempt attempt, Throwable failure) {
        var wait = backOff.after(attempt.history().failures() + 1);
        return settling.release(attempt, detail(failure))
                .invoke(() -> count(attempt, "released"))
                .invoke(() -> LOG.warnf("task tries again in %s %s: %s", wait, attempt, detail(failure)))
                .replaceWith(() -> new Outcome.Again(wait));
    }

    private boolean again(Attempt attempt, Throwable failure) {
        return !attempt.last(config.attempts()) && reason(failure).retryHelps();
    }

    private void count(Attempt attempt, String outcome) {
        meters.counter("candletrace.task.attempts", "outcome", outcome).increment();
        LOG.infof("attempt %s %s", outcome, attempt);
    }

    /** Unforeseen: the stack goes to the log, and only there. */
    private static String defect(Attempt attempt, Throwable failure) {
        LOG.errorf(failure, "task failed unexpectedly %s", attempt);
        return FailureReason.INTERNAL + ": an unexpected failure; the service's log has the details";
    }

    private static boolean stale(Throwable failure) {
        return reason(failure) == FailureReason.STALE_ATTEMPT;
    }

    private static FailureReason reason(Throwable failure) {
        return failure instanceof ServiceException known ? known.reason() : FailureReason.INTERNAL;
    }

    private static String detail(Throwable failure) {
        return reason(failure) + ": "
                + Optional.ofNullable(failure.getMessage()).orElse("");
    }

    private static Uni<Outcome> nothingToDo() {
        return Uni.createFrom().item(Outcome.Done::new);
    }

    private static Uni<Outcome> atOnce() {
        return Uni.createFrom().item(Outcome.Again.AT_ONCE);
    }
}
