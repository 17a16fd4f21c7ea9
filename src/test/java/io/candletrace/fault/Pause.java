package io.candletrace.fault;

import java.time.Duration;

/** Time that passes because a fault or a load takes it, never to wait for something to happen. */
final class Pause {
    private Pause() {}

    static void of(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", over);
        }
    }
}
