package io.candletrace.feed.ibkr;

import io.candletrace.failure.ServiceException;
import io.candletrace.feed.ibkr.SessionReport.Silent;
import io.candletrace.feed.ibkr.SessionReport.Taken;
import io.candletrace.feed.ibkr.SessionReport.WithoutBrokerage;
import io.candletrace.feed.ibkr.SessionState.Lost;
import io.candletrace.feed.ibkr.SessionState.Ready;
import io.candletrace.feed.ibkr.SessionState.Reviving;
import io.candletrace.feed.ibkr.SessionState.Settled;
import io.candletrace.feed.ibkr.SessionState.Unknown;
import io.candletrace.http.Backoff;
import io.candletrace.http.Exchange;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The session with the gateway: looked at when somebody needs it, kept alive while it is used, begun anew when only the
 * brokerage part of it has died. Logging in takes a person.
 *
 * @see <a href="https://www.interactivebrokers.com/campus/ibkr-api-page/cpapi-v1/#session">Client Portal API, Session</a>
 */
final class IbkrSession {
    private static final String STATUS = "/iserver/auth/status";

    private final GatewayConnection connection;
    private final IbkrConfig config;
    private final Clock clock;
    private final Consumer<SessionState> watcher;
    private final KeepAlive keepAlive;
    private SessionState state;
    private Optional<Uni<Settled>> look = Optional.empty();

    /** Asks nobody yet. The watcher is told every state. */
    IbkrSession(GatewayConnection connection, IbkrConfig config, Clock clock, Consumer<SessionState> watcher) {
        this.connection = connection;
        this.config = config;
        this.clock = clock;
        this.watcher = watcher;
        this.keepAlive = new KeepAlive(connection, config, clock, this::look, this::forget);
        this.state = new Unknown(clock.instant());
    }

    /** Emits when bars can be asked for. Fails with {@code FEED_SESSION_LOST} or {@code FEED_UNAVAILABLE}. */
    Uni<Void> ready() {
        return Uni.createFrom().deferred(this::settled).chain(this::require);
    }

    /** Notes that the gateway answered as if there were no session, whatever it said before. */
    synchronized void doubt() {
        if (state instanceof Ready) {
            become(new Unknown(clock.instant()));
        }
    }

    void close() {
        keepAlive.stop();
    }

    private Uni<Settled> settled() {
        keepAlive.used();
        return switch (state()) {
            case Ready ready -> Uni.createFrom().item(ready);
            case Lost lost ->
                lost.isDue(clock.instant(), config.recheckAfter())
                        ? look()
                        : Uni.createFrom().item(lost);
            case Unknown unknown -> look();
            case Reviving reviving -> look();
        };
    }

    private Uni<Void> require(Settled settled) {
        return switch (settled) {
            case Ready ready -> Uni.createFrom().voidItem();
            case Lost lost ->
                Uni.createFrom()
                        .failure(new ServiceException(
                                lost.reason(), "no session with IBKR: " + lost.advice(config.baseUrl())));
        };
    }

    /** One look for all who wait for it. */
    private synchronized Uni<Settled> look() {
        if (look.isEmpty()) {
            look = Optional.of(tickle().chain(this::hear)
                    .onTermination()
                    .invoke(this::looked)
                    .memoize()
                    .indefinitely());
        }
        return look.get();
    }

    private synchronized void looked() {
        look = Optional.empty();
    }

    private void forget() {
        become(new Unknown(clock.instant()));
    }

    /** Sent again when nothing came: a connection that was kept open may have died unnoticed. */
    private Uni<SessionReport> tickle() {
        return connection.post("/tickle", "{}").chain(first -> {
            var report = SessionReport.ofTickle(first);
            return report instanceof Silent
                    ? connection
                            .pause(Backoff.pause(first, 0))
                            .chain(() -> connection.post("/tickle", "{}"))
                            .map(SessionReport::ofTickle)
                    : Uni.createFrom().item(report);
        });
    }

    private Uni<Settled> hear(SessionReport report) {
        return switch (become(state().heard(wanted(report), clock.instant()))) {
            case Settled settled -> Uni.createFrom().item(settled);
            case Reviving reviving -> revive(reviving);
        };
    }

    private Uni<Settled> revive(Reviving reviving) {
        var end = System.nanoTime() + config.sessionPatience().toNanos();
        var wish = "{\"publish\": true, \"compete\": " + config.compete() + "}";
        return connection.post("/iserver/auth/ssodh/init", wish).chain(answer -> await(reviving, answer, 0, end));
    }

    private Uni<Settled> await(Reviving reviving, Exchange answer, int polls, long end) {
        return switch (become(reviving.heard(wanted(SessionReport.ofStatus(answer)), clock.instant()))) {
            case Settled settled -> Uni.createFrom().item(settled);
            case Reviving still -> {
                var pause = Backoff.pause(answer, polls);
                yield pause.compareTo(Duration.ofNanos(end - System.nanoTime())) < 0
                        ? connection
                                .pause(pause)
                                .chain(() -> connection.post(STATUS, "{}"))
                                .chain(next -> await(still, next, polls + 1, end))
                        : Uni.createFrom().item(become(still.gaveUp(clock.instant())));
            }
        };
    }

    /** Who takes the session from others begins a new one instead of giving way. */
    private SessionReport wanted(SessionReport report) {
        return report instanceof Taken && config.compete() ? new WithoutBrokerage() : report;
    }

    private synchronized SessionState state() {
        return state;
    }

    private synchronized <S extends SessionState> S become(S next) {
        state = next;
        watcher.accept(next);
        return next;
    }
}
