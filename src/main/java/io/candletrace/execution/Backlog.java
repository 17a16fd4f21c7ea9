package io.candletrace.execution;

import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.queue.TaskQueue;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Tells when so many tasks wait that more would only wait longer. The queue is asked at most once a second. */
@ApplicationScoped
public class Backlog {
    private static final Duration KNOWN_FOR = Duration.ofSeconds(1);

    private final TaskQueue queue;
    private final ExecutionConfig config;
    private final Clock clock;
    private volatile Known known = new Known(false, Instant.EPOCH);

    Backlog(TaskQueue queue, ExecutionConfig config, Clock clock) {
        this.queue = queue;
        this.config = config;
        this.clock = clock;
    }

    /** Whether there is room for more, as of a second ago at most. Fails with {@code DATABASE_UNAVAILABLE}. */
    public Uni<Boolean> hasRoom() {
        var now = clock.instant();
        var last = known;
        if (Duration.between(last.at(), now).compareTo(KNOWN_FOR) < 0) {
            return Uni.createFrom().item(!last.full());
        }
        // Whoever asks while the queue is being asked is told what was known.
        known = new Known(last.full(), now);
        return queue.isLongerThan(config.backlog())
                .invoke(full -> known = new Known(full, now))
                .map(full -> !full);
    }

    /** Fails with {@code BACKLOG_FULL} when there is no room. */
    Uni<Void> admit() {
        return hasRoom()
                .invoke(room -> {
                    if (!room) {
                        throw new ServiceException(
                                FailureReason.BACKLOG_FULL,
                                "more than " + config.backlog() + " tasks wait already; ask again when some are done");
                    }
                })
                .replaceWithVoid();
    }

    private record Known(boolean full, Instant at) {}
}
