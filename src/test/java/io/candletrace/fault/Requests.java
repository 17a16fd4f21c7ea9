package io.candletrace.fault;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** A client that asks a few times a second until it is closed; the first request that fails ends it and is rethrown then. */
final class Requests implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(150);

    private final AtomicBoolean over = new AtomicBoolean();
    private final Thread thread;
    private volatile Optional<Throwable> failure = Optional.empty();

    Requests(Runnable request) {
        thread = Thread.ofVirtual().start(() -> repeat(request));
    }

    @Override
    public void close() {
        over.set(true);
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        failure.ifPresent(failed -> {
            throw new AssertionError("a request failed", failed);
        });
    }

    private void repeat(Runnable request) {
        try {
            while (!over.get()) {
                request.run();
                Pause.of(PAUSE);
            }
        } catch (RuntimeException | AssertionError failed) {
            failure = Optional.of(failed);
        }
    }
}
