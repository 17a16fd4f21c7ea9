package io.candletrace.feed;

import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.market.BarSeries;
import io.candletrace.market.Symbol;
import io.candletrace.thread.Hop;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Fetches a series: asks the sources in their order, and takes from the first that answers all that the series is made of. */
@ApplicationScoped
public class BarFeed {
    private static final int SYMBOLS_AT_ONCE = 8;

    /** What another source may be able to do better. */
    private static final Set<FailureReason> ASK_ANOTHER = EnumSet.of(
            FailureReason.UNKNOWN_SYMBOL,
            FailureReason.BAR_NOT_AVAILABLE,
            FailureReason.FEED_SESSION_LOST,
            FailureReason.FEED_UNAVAILABLE,
            FailureReason.IMPOSSIBLE_REQUEST);

    private final BarSources sources;
    private final Fetches fetches;
    private final Duration patience;
    private final Duration askAgainAfter;
    private final Clock clock;

    @Inject
    BarFeed(BarSources sources, Fetches fetches, FeedConfig config, Clock clock) {
        this(sources, fetches, config.patience(), config.askAgainAfter(), clock);
    }

    BarFeed(BarSources sources, Fetches fetches, Duration patience, Duration askAgainAfter, Clock clock) {
        this.sources = sources;
        this.fetches = fetches;
        this.patience = patience;
        this.askAgainAfter = askAgainAfter;
        this.clock = clock;
    }

    /** The first of these sources, or the configured one when there are none: the one that says what a symbol is. */
    public BarSource first(List<String> order) {
        return sources.order(order).getFirst();
    }

    /** Whether the bars of a source may be exported and shown, as numbers, to models of others. */
    public boolean redistributable(String source) {
        return sources.named(source).profile().redistributable();
    }

    /** The latest close among the last bars that the first of these sources has; empty for a live one. */
    public Uni<Optional<Instant>> latestClose(List<String> order, List<Symbol> symbols) {
        var source = first(order);
        return Uni.join()
                .all(symbols.stream()
                        .map(symbol -> source.latestClose(source.instrument(symbol)))
                        .toList())
                .usingConcurrencyOf(SYMBOLS_AT_ONCE)
                .andFailFast()
                .map(closes -> closes.stream().flatMap(Optional::stream).max(Instant::compareTo));
    }

    /**
     * Fetches the newest bars closed by the request's {@code asOf}, oldest first: as many as asked for, or fewer when
     * history is shorter.
     *
     * <p>Fails with {@code UNKNOWN_SYMBOL}, {@code SYMBOL_AMBIGUOUS}, {@code BARS_INVALID}, {@code UNADJUSTED_SPLIT},
     * {@code BAR_NOT_AVAILABLE} when the bar that the calendar expects last is missing and was waited for in vain, {@code
     * FEED_SESSION_LOST} or {@code FEED_UNAVAILABLE}. When every source fails, the failure is the first one that a retry can
     * help, else the first, and its detail has them all.
     */
    public Uni<BarSeries> fetch(BarRequest request) {
        return fetch(request, sources.order(request.sources()), List.of());
    }

    private Uni<BarSeries> fetch(BarRequest request, List<BarSource> order, List<ServiceException> failures) {
        if (order.isEmpty()) {
            return Uni.createFrom().failure(Failures.together(failures));
        }
        return fetchFrom(order.getFirst(), request)
                .onFailure(BarFeed::anotherMayHelp)
                .recoverWithUni(failure -> fetch(
                        request, order.subList(1, order.size()), Failures.and(failures, (ServiceException) failure)));
    }

    private Uni<BarSeries> fetchFrom(BarSource source, BarRequest request) {
        return fetches.plan(source, request).chain(this::awaited);
    }

    /** A bar that has only just closed may be late. */
    private Uni<BarSeries> awaited(SeriesPlan plan) {
        return once(plan)
                .onFailure(failure -> isLate(failure) && plan.worthWaiting(clock.instant(), patience))
                .recoverWithUni(late -> pause().chain(() -> awaited(plan)));
    }

    /** Checks and adjusts off the event loop: thousands of bars take tens of milliseconds. */
    private Uni<BarSeries> once(SeriesPlan plan) {
        return fetches.bars(plan)
                .chain(batch -> fetches.actions(plan).chain(known -> Hop.blocking(() -> plan.series(batch, known))));
    }

    private Uni<Void> pause() {
        return Hop.back(Uni.createFrom().voidItem().onItem().delayIt().by(askAgainAfter));
    }

    private static boolean isLate(Throwable failure) {
        return failure instanceof ServiceException known && known.reason() == FailureReason.BAR_NOT_AVAILABLE;
    }

    private static boolean anotherMayHelp(Throwable failure) {
        return failure instanceof ServiceException known && ASK_ANOTHER.contains(known.reason());
    }
}
