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
import io.candletrace.persistence.Transactions;
import io.candletrace.queue.QueueConfig;
import io.candletrace.queue.TaskHandler;
import io.candletrace.queue.TaskHandler.Outcome;
import io.candletrace.queue.TaskQueue;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
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
import org.jboss.logging.Logger;

/**
 * The queue on PostgreSQL, by db-scheduler. A task waits for models most of its time, so each has a virtual thread; the
 * thread is where its pipeline is awaited, and nowhere else is one.
 */
@ApplicationScoped
class DbSchedulerQueue implements TaskQueue {
    static final String TASK_NAME = "workflow-task";

    private static final Logger LOG = Logger.getLogger(DbSchedulerQueue.class);
    private static final int MISSED_HEARTBEATS = 4;
    private static final Duration AFTER_AN_UNKNOWN_FAILURE = Duration.ofSeconds(5);
    private static final Duration HAND_BACK_PATIENCE = Duration.ofSeconds(5);
    private static final Duration GLANCE = Duration.ofMillis(20);
    private static final int FIRST = 1;
    private static final int LAST = 10_000;
    private static final String REMOVE =
            "delete from scheduled_tasks where task_name = ?1 and task_instance in (?2) and not picked";
    private static final String ENQUEUE = """
            insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version, priority)
            select ?1, cast(id as text), now(), false, 1, ?2
            from workflow_tasks where id in (?3)
            """;
    private static final String LENGTH = "select count(*) from (select from scheduled_tasks limit ?1) few";

    private final TaskHandler handler;
    private final Transactions transactions;
    private final QueueConfig config;
    private final Witness witness;
    private final Scheduler scheduler;
    private volatile boolean draining;
    private volatile boolean stopping;

    DbSchedulerQueue(
            AgroalDataSource dataSource,
            Transactions transactions,
            QueueConfig config,
            Clock clock,
            TaskHandler handler) {
        this.handler = handler;
        this.transactions = transactions;
        this.config = config;
        this.witness = new Witness(config.heartbeatInterval(), MISSED_HEARTBEATS, System::nanoTime);
        this.scheduler = Scheduler.create(dataSource, task())
                .executorService(Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name("task-", 0).factory()))
                .threads(config.inFlight())
                .pollUsingLockAndFetch(0.5, 1.0)
                .pollingInterval(config.pollingInterval())
                .heartbeatInterval(config.heartbeatInterval())
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(HAND_BACK_PATIENCE)
                .enableImmediateExecution()
                .enablePriority()
                .serializer(new NoData())
                .addSchedulerListener(witness)
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
    public Uni<Void> remove(Mutiny.Session session, List<TaskId> tasks) {
        return session.createNativeQuery(REMOVE)
                .setParameter(1, TASK_NAME)
                .setParameter(
                        2,
                        tasks.stream().map(task -> Long.toString(task.value())).toList())
                .executeUpdate()
                .replaceWithVoid();
    }

    @Override
    public void wake() {
        scheduler.triggerCheckForDueExecutions();
    }

    @Override
    public void setClaiming(boolean claiming) {
        // The switch is read on while the service stops, and shall not undo that it claims no more.
        if (claiming && !draining) {
            scheduler.resume();
        } else {
            scheduler.pause();
        }
    }

    @Override
    public Uni<Boolean> isLongerThan(int tasks) {
        return transactions
                .read(session -> session.createNativeQuery(LENGTH, Long.class)
                        .setParameter(1, tasks + 1)
                        .getSingleResult())
                .map(found -> found > tasks);
    }

    /** Last, so that whatever a task needs is there. */
    void start(@Observes @jakarta.annotation.Priority(LAST) StartupEvent event) {
        scheduler.start();
    }

    /** Requests are answered a while longer; no task is begun from here on. */
    void pause(@Observes ShutdownDelayInitiatedEvent event) {
        draining = true;
        scheduler.pause();
    }

    /** First, while whatever a task needs is still there. */
    void stop(@Observes @jakarta.annotation.Priority(FIRST) ShutdownEvent event) {
        draining = true;
        scheduler.pause();
        awaitIdle(config.shutdownPatience());
        stopping = true;
        handler.stop();
        awaitIdle(HAND_BACK_PATIENCE);
        scheduler.stop();
    }

    private void awaitIdle(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (!scheduler.getCurrentlyExecuting().isEmpty() && System.nanoTime() < end && slept(GLANCE)) {
            LOG.tracef(
                    "%d tasks are under way", scheduler.getCurrentlyExecuting().size());
        }
    }

    private CustomTask<Void> task() {
        return Tasks.custom(TASK_NAME, Void.class)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(AFTER_AN_UNKNOWN_FAILURE))
                .onDeadExecution(witness)
                .execute(this::run);
    }

    private CompletionHandler<Void> run(TaskInstance<Void> instance, ExecutionContext context) {
        var id = new TaskId(Long.parseLong(instance.getId()));
        return switch (await(id)) {
            case Outcome.Done ignored -> new Persistent(new CompletionHandler.OnCompleteRemove<>(), () -> stopping);
            case Outcome.Again again ->
                new Persistent(
                        (complete, operations) -> operations.reschedule(complete, due(complete, again.after())),
                        () -> stopping);
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

    /** Whether nobody interrupted the sleep. */
    static boolean slept(Duration duration) {
        try {
            Thread.sleep(duration);
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
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
