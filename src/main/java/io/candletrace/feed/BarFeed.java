package io.candletrace.feed;

import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.feed.BarCache.Change;
import io.candletrace.lineage.InstrumentId;
import io.candletrace.lineage.Recorded;
import io.candletrace.market.BarSeries;
import io.candletrace.market.Instrument;
import io.candletrace.market.Symbol;
import io.candletrace.thread.Hop;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
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
    private final Instruments instruments;
    private final CachedBars cached;
    private final CorporateActions actions;
    private final FeedConfig config;
    private final Clock clock;

    BarFeed(
            BarSources sources,
            Instruments instruments,
            CachedBars cached,
            CorporateActions actions,
            FeedConfig config,
            Clock clock) {
        this.sources = sources;
        this.instruments = instruments;
        this.cached = cached;
        this.actions = actions;
        this.config = config;
        this.clock = clock;
    }

    /** The first of these sources, or the configured one when there are none: the one that says what a symbol is. */
    public BarSource first(List<String> order) {
        return sources.order(order).getFirst();
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

    /** Asks a source for bars again, whatever is known of them, and answers what had changed. Fails as {@link #fetch} does. */
    public Uni<Change> refresh(BarRequest request) {
        return resolved(first(request.sources()), request)
                .chain(plan -> cached.refresh(plan.source(), plan.request().instrument(), plan.range()));
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
        return resolved(source, request).chain(this::awaited);
    }

    private Uni<SeriesPlan> resolved(BarSource source, BarRequest request) {
        return source.resolve(request.instrument().value())
                .call(instrument -> learn(request.instrument(), instrument))
                .map(instrument -> SeriesPlan.of(source, request.about(instrument)));
    }

    private Uni<Void> learn(Recorded<InstrumentId, Instrument> known, Instrument said) {
        return said.equals(known.value()) ? Uni.createFrom().voidItem() : instruments.learn(known.id(), said);
    }

    /** A bar that has only just closed may be late. */
    private Uni<BarSeries> awaited(SeriesPlan plan) {
        return once(plan)
                .onFailure(failure -> isLate(failure) && plan.worthWaiting(clock.instant(), config.patience()))
                .recoverWithUni(late -> pause().chain(() -> awaited(plan)));
    }

    private Uni<BarSeries> once(SeriesPlan plan) {
        return bars(plan).chain(batch -> actions(plan).map(known -> plan.series(batch, known)));
    }

    private Uni<BarBatch> bars(SeriesPlan plan) {
        return plan.source().profile().live()
                ? cached.bars(plan.source(), plan.request().instrument(), plan.range())
                : plan.source().fetch(plan.range());
    }

    private Uni<List<CorporateAction>> actions(SeriesPlan plan) {
        var zone = plan.instrument().calendar().zone();
        var today = LocalDate.ofInstant(plan.request().asOf(), zone);
        return actions.find(plan.request().instrument().id(), today);
    }

    private Uni<Void> pause() {
        return Hop.back(Uni.createFrom().voidItem().onItem().delayIt().by(config.askAgainAfter()));
    }

    private static boolean isLate(Throwable failure) {
        return failure instanceof ServiceException known && known.reason() == FailureReason.BAR_NOT_AVAILABLE;
    }

    private static boolean anotherMayHelp(Throwable failure) {
        return failure instanceof ServiceException known && ASK_ANOTHER.contains(known.reason());
    }
}
