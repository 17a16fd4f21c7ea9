package io.candletrace.analysis.openai;

import java.time.Duration;

/** How long a round may still take; runs from when it is first asked, so that waiting for a turn does not use it up. */
final class Deadline {
    private final Duration patience;
    private volatile long endsNanos;
    private volatile boolean running;

    Deadline(Duration patience) {
        this.patience = patience;
    }

    /** Zero when it has passed. */
    Duration remaining() {
        if (!running) {
            endsNanos = System.nanoTime() + patience.toNanos();
            running = true;
        }
        return Duration.ofNanos(Math.max(0, endsNanos - System.nanoTime()));
    }
}
