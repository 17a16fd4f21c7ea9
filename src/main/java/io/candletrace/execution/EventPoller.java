package io.candletrace.execution;

import io.candletrace.execution.EventLog.Position;
import io.candletrace.thread.Hop;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/** Waits for events, for all streams of this replica with one query; asks nothing while nobody waits. */
@ApplicationScoped
class EventPoller {
    private static final Logger LOG = Logger.getLogger(EventPoller.class);
    private static final long INTERVAL_MS = 250;
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(15);

    private final EventLog log;
    private final Vertx vertx;
    private final List<Waiter> waiting = new ArrayList<>();
    private boolean armed;
    private long polledNanos = System.nanoTime();

    EventPoller(EventLog log, Vertx vertx) {
        this.log = log;
        this.vertx = vertx;
    }

    /** What follows a position, as soon as something does; nothing after a while of silence. */
    Uni<List<ExecutionEvent>> next(Position position) {
        return Hop.back(Uni.createFrom().emitter(emitter -> await(new Waiter(position, emitter, System.nanoTime()))));
    }

    private synchronized void await(Waiter waiter) {
        waiting.add(waiter);
        waiter.emitter().onTermination(() -> forget(waiter));
        arm();
    }

    private synchronized void forget(Waiter waiter) {
        waiting.remove(waiter);
    }

    private synchronized void arm() {
        if (!armed && !waiting.isEmpty()) {
            armed = true;
            var since = Duration.ofNanos(System.nanoTime() - polledNanos).toMillis();
            vertx.setTimer(Math.max(1, INTERVAL_MS - since), fired -> poll());
        }
    }

    private void poll() {
        var waiters = waiters();
        log.after(waiters.stream().map(Waiter::position).toList())
                .subscribe()
                .with(found -> answered(waiters, found), failure -> {
                    LOG.debugf("events wait: %s", failure.getMessage());
                    answered(
                            waiters,
                            waiters.stream()
                                    .map(none -> List.<ExecutionEvent>of())
                                    .toList());
                });
    }

    private synchronized List<Waiter> waiters() {
        polledNanos = System.nanoTime();
        return List.copyOf(waiting);
    }

    private void answered(List<Waiter> waiters, List<List<ExecutionEvent>> found) {
        for (int i = 0; i < waiters.size(); i++) {
            if (!found.get(i).isEmpty() || waiters.get(i).silent()) {
                forget(waiters.get(i));
                waiters.get(i).emitter().complete(found.get(i));
            }
        }
        synchronized (this) {
            armed = false;
        }
        arm();
    }

    /** One stream that waits; no two are the same. */
    private static final class Waiter {
        private final Position position;
        private final UniEmitter<? super List<ExecutionEvent>> emitter;
        private final long sinceNanos;

        Waiter(Position position, UniEmitter<? super List<ExecutionEvent>> emitter, long sinceNanos) {
            this.position = position;
            this.emitter = emitter;
            this.sinceNanos = sinceNanos;
        }

        Position position() {
            return position;
        }

        UniEmitter<? super List<ExecutionEvent>> emitter() {
            return emitter;
        }

        boolean silent() {
            return System.nanoTime() - sinceNanos >= LONGEST_SILENCE.toNanos();
        }
    }
}
