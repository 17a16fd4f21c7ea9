package io.candletrace.fault;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Starts again what has ended, as an orchestrator does, until it is closed. */
final class Warden implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicInteger restarts = new AtomicInteger();
    private final List<Thread> threads;

    Warden(List<Replica> replicas) {
        threads = replicas.stream()
                .map(replica -> Thread.ofVirtual().start(() -> watch(replica)))
                .toList();
    }

    int restarts() {
        return restarts.get();
    }

    /** Everything runs when it returns. */
    @Override
    public void close() {
        over.set(true);
        threads.forEach(Warden::join);
    }

    private void watch(Replica replica) {
        do {
            if (!replica.isAlive()) {
                restarts.incrementAndGet();
                startAgain(replica);
            }
            Pause.of(PAUSE);
        } while (!over.get() || !replica.isAlive());
    }

    /** It may be ended again before it was ready. */
    private static void startAgain(Replica replica) {
        replica.launch();
        while (replica.isAlive() && !replica.api().ready()) {
            Pause.of(PAUSE);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
