package io.candletrace.persistence;

import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The one way to a session. Each call opens a session of its own and closes it: the usual helpers keep the session in the
 * Vert.x context, which the branches of a task share, and overlapping branches then close it under each other.
 *
 * <p>Everything here fails with {@code DATABASE_UNAVAILABLE} when the database does not answer.
 */
@ApplicationScoped
public class Transactions {
    private static final String LOCK_ATTEMPT =
            "select id from workflow_tasks where id = ?1 and attempts = ?2 and status = 'running' for update";

    private static final List<Class<? extends Throwable>> LOST_CONNECTION = List.of(
            SocketException.class,
            UnknownHostException.class,
            ClosedChannelException.class,
            ClosedConnectionException.class,
            TimeoutException.class);

    /** How the client says that no connection became free in time; its other failures of this kind are ours. */
    private static final String POOL_TIMED_OUT = "Timeout";

    private final Mutiny.SessionFactory sessions;
    private final Counter stale;

    Transactions(Mutiny.SessionFactory sessions, MeterRegistry meters) {
        this.sessions = sessions;
        this.stale = Counter.builder("candletrace.writes.stale")
                .description("writes of attempts that did not own their task any more, which changed nothing")
                .register(meters);
    }

    /** Runs the work in a transaction of its own; it is rolled back when the work fails. */
    public <T> Uni<T> write(Function<Mutiny.Session, Uni<T>> work) {
        return inSession(session -> session.withTransaction(transaction -> work.apply(session)));
    }

    /**
     * Runs the work in a transaction that holds the attempt's row. Fails with {@code STALE_ATTEMPT}, and writes nothing, when
     * another attempt owns the task.
     */
    public <T> Uni<T> write(Fence fence, Function<Mutiny.Session, Uni<T>> work) {
        return write(session -> lock(session, fence).chain(() -> work.apply(session)));
    }

    /** Runs the work in a session that writes nothing. */
    public <T> Uni<T> read(Function<Mutiny.Session, Uni<T>> work) {
        return inSession(session -> {
            session.setDefaultReadOnly(true);
            return work.apply(session);
        });
    }

    private <T> Uni<T> inSession(Function<Mutiny.Session, Uni<T>> work) {
        return sessions.openSession()
                .chain(session -> work.apply(session).eventually(session::close))
                .onFailure(Transactions::unreachable)
                .transform(Transactions::unavailable);
    }

    private Uni<Void> lock(Mutiny.Session session, Fence fence) {
        return session.createNativeQuery(LOCK_ATTEMPT, Long.class)
                .setParameter(1, fence.task().value())
                .setParameter(2, fence.attempt())
                .getResultList()
                .invoke(rows -> {
                    if (rows.isEmpty()) {
                        stale.increment();
                        throw new ServiceException(
                                FailureReason.STALE_ATTEMPT,
                                "attempt " + fence.attempt() + " no longer owns task "
                                        + fence.task().value());
                    }
                })
                .replaceWithVoid();
    }

    /** No connection, one that broke, or a server that shuts down (SQLSTATE classes 08, 53 and 57). */
    private static boolean unreachable(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(10)
                .anyMatch(Transactions::saysUnreachable);
    }

    private static boolean saysUnreachable(Throwable cause) {
        return LOST_CONNECTION.stream().anyMatch(type -> type.isInstance(cause))
                || cause.getClass() == IOException.class
                || cause instanceof NoStackTraceThrowable pool && POOL_TIMED_OUT.equals(pool.getMessage())
                || cause instanceof PgException answer && unreachable(answer);
    }

    private static boolean unreachable(PgException answer) {
        var state = String.valueOf(answer.getSqlState());
        return state.startsWith("08") || state.startsWith("53") || state.startsWith("57");
    }

    private static Throwable unavailable(Throwable cause) {
        return new ServiceException(FailureReason.DATABASE_UNAVAILABLE, "the database does not answer", cause);
    }
}
