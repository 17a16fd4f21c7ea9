package io.candletrace.feed.ibkr;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** Looks at the session again and again while it is used, and forgets it when it no longer is. */
final class KeepAlive {
    private final GatewayConnection connection;
    private final IbkrConfig config;
    private final Clock clock;
    private final Supplier<? extends Uni<?>> look;
    private final Runnable forget;
    private Instant lastUse = Instant.MIN;
    private Optional<Cancellable> waiting = Optional.empty();
    private boolean stopped;

    KeepAlive(
            GatewayConnection connection,
            IbkrConfig config,
            Clock clock,
            Supplier<? extends Uni<?>> look,
            Runnable forget) {
        this.connection = connection;
        this.config = config;
        this.clock = clock;
        this.look = look;
        this.forget = forget;
    }

    /** Notes a use, after which the session is looked at for as long as it counts as used. */
    synchronized void used() {
        lastUse = clock.instant();
        if (waiting.isEmpty()) {
            later();
        }
    }

    /** Looks no more, whatever is under way. */
    synchronized void stop() {
        stopped = true;
        waiting.ifPresent(Cancellable::cancel);
    }

    private synchronized void later() {
        if (stopped) {
            return;
        }
        waiting = Optional.of(connection.pause(config.tickleEvery()).subscribe().with(passed -> look()));
    }

    private void look() {
        if (isOver()) {
            forget.run();
            return;
        }
        look.get().subscribe().with(looked -> later(), failure -> later());
    }

    private synchronized boolean isOver() {
        var over = stopped || Duration.between(lastUse, clock.instant()).compareTo(config.idleAfter()) >= 0;
        if (over) {
            waiting = Optional.empty();
        }
        return over;
    }
}
