package io.candletrace.queue.dbscheduler;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.agroal.api.AgroalDataSource;
import io.candletrace.lineage.TaskId;
import io.candletrace.queue.QueueConfig;
import io.candletrace.queue.TaskHandler;
import io.candletrace.queue.TaskHandler.Outcome;
import io.candletrace.queue.TaskQueue;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The queue on PostgreSQL, by db-scheduler. A task waits for models most of its time, so each has a virtual thread; the
 * thread is where its pipeline is awaited, and nowhere else is one.
 */
@ApplicationScoped
class DbSchedulerQueue implements TaskQueue {
    private static final String TASK_NAME = "workflow-task";
    private static final int MISSED_HEARTBEATS = 4;
    private static final Duration AFTER_AN_UNKNOWN_FAILURE = Duration.ofSeconds(5);
    private static final int LAST = 10_000;
    private static final String ENQUEUE = """
            insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version, priority)
            select ?1, cast(id as text), now(), false, 1, ?2
            from workflow_tasks where id in (?3)
            """;

    private final TaskHandler handler;
    private final Scheduler scheduler;

    DbSchedulerQueue(AgroalDataSource dataSource, QueueConfig config, Clock clock, TaskHandler handler) {
        this.handler = handler;
        this.scheduler = Scheduler.create(dataSource, task())
                .executorService(Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name("task-", 0).factory()))
                .threads(config.inFlight())
                .pollUsingLockAndFetch(0.5, 1.0)
                .pollingInterval(config.pollingInterval())
                .heartbeatInterval(config.heartbeatInterval())
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(config.shutdownPatience())
                .enableImmediateExecution()
                .enablePriority()
                .serializer(new NoData())
                .clock(clock::instant)
                .build();
    }

    @Override
    public Uni<Void> enqueue(Mutiny.Session session, List<TaskId> tasks, TaskQueue.Priority priority) {
        return session.createNativeQuery(ENQUEUE)
                .setParameter(1, TASK_NAME)
                .setParameter(2, (short) priority.ordinal())
                .setParameter(3, tasks.stream().map(TaskId::value).toList())
                .executeUpdate()
                .replaceWithVoid();
    }

    @Override
    public void wake() {
        scheduler.triggerCheckForDueExecutions();
    }

    @Override
    public void setClaiming(boolean claiming) {
        if (claiming) {
            scheduler.resume();
        } else {
            scheduler.pause();
        }
    }

    /** Last, so that whatever a task needs is there. */
    void start(@Observes @jakarta.annotation.Priority(LAST) StartupEvent event) {
        scheduler.start();
    }

    void stop(@Observes ShutdownEvent event) {
        scheduler.stop();
    }

    private CustomTask<Void> task() {
        return Tasks.custom(TASK_NAME, Void.class)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(AFTER_AN_UNKNOWN_FAILURE))
                .execute(this::run);
    }

    private CompletionHandler<Void> run(TaskInstance<Void> instance, ExecutionContext context) {
        var id = new TaskId(Long.parseLong(instance.getId()));
        return switch (await(id)) {
            case Outcome.Done ignored -> new CompletionHandler.OnCompleteRemove<>();
            case Outcome.Again again ->
                (complete, operations) -> operations.reschedule(complete, due(complete, again.after()));
        };
    }

    private Outcome await(TaskId id) {
        try {
            return VertxContextSupport.subscribeAndAwait(() -> handler.handle(id));
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable failure) {
            throw new IllegalStateException("task " + id.value() + " failed", failure);
        }
    }

    private static Instant due(ExecutionComplete complete, Duration after) {
        return complete.getTimeDone().plus(after);
    }

    /** A task needs nothing but its id, which is the instance's. */
    private static final class NoData implements Serializer {
        @Override
        public byte[] serialize(Object data) {
            return new byte[0];
        }

        @Override
        public <T> T deserialize(Class<T> type, byte[] data) {
            throw new IllegalStateException("a task has no data, found " + data.length + " bytes");
        }
    }
}
