package io.candletrace.execution;

import io.candletrace.execution.Workflow.Attempt;
import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.lineage.TaskId;
import io.candletrace.queue.TaskHandler;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** Runs one attempt of a task and writes down how it ended. */
@ApplicationScoped
class TaskRunner implements TaskHandler {
    private static final Logger LOG = Logger.getLogger(TaskRunner.class);
    private static final int MAX_DOUBLINGS = 6;
    private static final Duration WHILE_STOPPED = Duration.ofSeconds(5);

    private final Workflow workflow;
    private final Function<Attempt, Uni<?>> work;
    private final ExecutionConfig config;

    @Inject
    TaskRunner(Workflow workflow, TaskWork work, ExecutionConfig config) {
        this(workflow, work::run, config);
    }

    TaskRunner(Workflow workflow, Function<Attempt, Uni<?>> work, ExecutionConfig config) {
        this.workflow = workflow;
        this.work = work;
        this.config = config;
    }

    @Override
    public Uni<Outcome> handle(TaskId task) {
        return workflow.begin(task)
                .chain(begun -> begun.map(this::run).orElseGet(TaskRunner::nothingToDo))
                .onFailure(failure -> reason(failure) == FailureReason.CLAIMING_STOPPED)
                .recoverWithItem(() -> new Outcome.Again(WHILE_STOPPED));
    }

    private Uni<Outcome> run(Attempt attempt) {
        return work.apply(attempt)
                .chain(done -> completed(attempt))
                .onFailure()
                .recoverWithUni(failure -> ended(attempt, failure));
    }

    private Uni<Outcome> completed(Attempt attempt) {
        return workflow.complete(attempt.fence())
                .invoke(() -> LOG.infof("task completed %s", attempt))
                .replaceWith(Outcome.Done::new);
    }

    private Uni<Outcome> ended(Attempt attempt, Throwable failure) {
        return switch (reason(failure)) {
            case STALE_ATTEMPT -> overtaken(attempt);
            // Nothing can be written down now; the queue brings the task back.
            case DATABASE_UNAVAILABLE -> Uni.createFrom().failure(failure);
            case INTERNAL -> failed(attempt, defect(attempt, failure));
            default -> again(attempt, failure) ? released(attempt, failure) : failed(attempt, detail(failure));
        };
    }

    private static Uni<Outcome> overtaken(Attempt attempt) {
        LOG.warnf("attempt was overtaken %s", attempt);
        return nothingToDo();
    }

    private Uni<Outcome> failed(Attempt attempt, String error) {
        return workflow.fail(attempt.fence(), error)
                .invoke(() -> LOG.warnf("task failed %s: %s", attempt, error))
                .replaceWith(Outcome.Done::new);
    }

    private Uni<Outcome> released(Attempt attempt, Throwable failure) {
        var wait = backOff(attempt.fence().attempt());
        return workflow.release(attempt.fence(), detail(failure))
                .invoke(() -> LOG.warnf("task tries again in %s %s: %s", wait, attempt, detail(failure)))
                .replaceWith(() -> new Outcome.Again(wait));
    }

    private boolean again(Attempt attempt, Throwable failure) {
        return attempt.fence().attempt() < config.attempts() && reason(failure).retryHelps();
    }

    private Duration backOff(int attempt) {
        return config.backOff().multipliedBy(1L << Math.min(attempt - 1, MAX_DOUBLINGS));
    }

    /** Unforeseen: the stack goes to the log, and only there. */
    private static String defect(Attempt attempt, Throwable failure) {
        LOG.errorf(failure, "task failed unexpectedly %s", attempt);
        return FailureReason.INTERNAL + ": an unexpected failure; the service's log has the details";
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
}
