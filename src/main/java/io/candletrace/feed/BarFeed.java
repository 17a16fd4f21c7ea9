package io.candletrace.feed;

import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.market.BarSeries;
import io.candletrace.market.Instrument;
import io.candletrace.market.Symbol;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Fetches a series: asks the sources in their order, and takes from the first that answers all that the series is made of. */
@ApplicationScoped
public class BarFeed {
    private final BarSources sources;

    BarFeed(BarSources sources) {
        this.sources = sources;
    }

    /** What the first of these sources says about a symbol without asking anybody. */
    public Instrument instrument(List<String> order, Symbol symbol) {
        return sources.order(order).getFirst().instrument(symbol);
    }

    /** The latest close among the last bars that the first of these sources has; empty for a live one. */
    public Uni<Optional<Instant>> latestClose(List<String> order, List<Symbol> symbols) {
        var source = sources.order(order).getFirst();
        return Uni.join()
                .all(symbols.stream()
                        .map(symbol -> source.latestClose(source.instrument(symbol)))
                        .toList())
                .usingConcurrencyOf(8)
                .andFailFast()
                .map(closes -> closes.stream().flatMap(Optional::stream).max(Instant::compareTo));
    }

    /**
     * Fetches the newest bars closed by the request's {@code asOf}, oldest first: as many as asked for, or fewer when
     * history is shorter.
     *
     * <p>Fails with {@code UNKNOWN_SYMBOL}, {@code SYMBOL_AMBIGUOUS}, {@code BARS_INVALID}, {@code UNADJUSTED_SPLIT},
     * {@code BAR_NOT_AVAILABLE} when the bar that the calendar expects last is missing, {@code FEED_SESSION_LOST} or
     * {@code FEED_UNAVAILABLE}.
     */
    public Uni<BarSeries> fetch(BarRequest request) {
        return Uni.createFrom()
                .item(() -> SeriesPlan.of(sources.order(request.sources()).getFirst(), request))
                .chain(plan -> plan.source().fetch(plan.range()).map(plan::series));
    }

    static ServiceException impossible(String detail) {
        return new ServiceException(FailureReason.IMPOSSIBLE_REQUEST, detail);
    }
}
