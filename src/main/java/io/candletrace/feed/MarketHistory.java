package io.candletrace.feed;

import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.feed.BarCache.Change;
import io.candletrace.inspection.SeriesInspection;
import io.candletrace.market.Adjustment;
import io.candletrace.market.Bar;
import io.candletrace.market.BarAggregation;
import io.candletrace.market.Finding;
import io.candletrace.market.Instrument;
import io.candletrace.market.Session;
import io.candletrace.market.Symbol;
import io.candletrace.market.Timeframe;
import io.candletrace.market.TradingCalendar;
import io.candletrace.thread.Hop;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Bars for people to look at: as one source has them, with what is odd about them, and whether or not they could be used. */
@ApplicationScoped
public class MarketHistory {
    /** How many bars are given out when nobody says since when. */
    public static final int USUAL_BARS = 200;

    /** How many bars are given out at most. */
    public static final int MOST_BARS = 5_000;

    private final BarSources sources;
    private final Instruments instruments;
    private final Fetches fetches;

    MarketHistory(BarSources sources, Instruments instruments, Fetches fetches) {
        this.sources = sources;
        this.instruments = instruments;
        this.fetches = fetches;
    }

    /**
     * The bars of a time, unadjusted by us. Fails as {@link BarFeed#fetch} does, but for what is odd, and with
     * {@code IMPOSSIBLE_REQUEST} when there would be more than {@link #MOST_BARS}.
     */
    public Uni<History> read(Query query) {
        return plan(query)
                .chain(plan -> fetches.bars(plan).chain(batch -> Hop.blocking(() -> history(plan, batch, query))));
    }

    /**
     * Asks a live source for the bars of a time again, and answers what had changed. Fails as {@link #read} does, and with
     * {@code IMPOSSIBLE_REQUEST} for a source that is not live, of which nothing is kept.
     */
    public Uni<Change> refresh(Query query) {
        if (!source(query).profile().live()) {
            throw impossible("source: expected a live source, found '"
                    + source(query).profile().name() + "', whose bars are read anew each time");
        }
        return plan(query).chain(fetches::refresh);
    }

    private Uni<SeriesPlan> plan(Query query) {
        var source = source(query);
        var assumed = source.instrument(query.symbol());
        var on = LocalDate.ofInstant(query.to(), ZoneOffset.UTC);
        return instruments
                .findOrAdd(source.profile().name(), List.of(assumed), on)
                .map(rows -> new BarRequest(
                        rows.getFirst(),
                        List.of(source.profile().name()),
                        query.timeframe(),
                        query.to(),
                        bars(query, assumed.calendar()),
                        source.profile().adjustment(),
                        true))
                .chain(request -> fetches.plan(source, request));
    }

    private BarSource source(Query query) {
        return sources.order(query.source().stream().toList()).getFirst();
    }

    private static int bars(Query query, TradingCalendar calendar) {
        if (query.from().isEmpty()) {
            return USUAL_BARS;
        }
        var from = query.from().get();
        Session period = calendar.lastClosed(query.timeframe(), query.to());
        int bars = 1;
        while (bars <= MOST_BARS) {
            period = calendar.lastClosed(query.timeframe(), period.opensAt());
            if (period.opensAt().isBefore(from)) {
                return bars;
            }
            bars++;
        }
        throw impossible("from: expected a time at most " + MOST_BARS + " bars before 'to', found " + from);
    }

    private static History history(SeriesPlan plan, BarBatch batch, Query query) {
        var request = plan.request();
        var calendar = plan.instrument().calendar();
        var bars = BarAggregation.aggregate(batch.bars(), request.timeframe(), calendar, request.asOf()).stream()
                .filter(query::includes)
                .toList();
        return new History(
                plan.source().profile(),
                plan.instrument(),
                request.timeframe(),
                bars,
                new SeriesInspection(calendar, plan.base(), batch.bars()).findings());
    }

    private static ServiceException impossible(String detail) {
        return new ServiceException(FailureReason.IMPOSSIBLE_REQUEST, detail);
    }

    /**
     * Which bars.
     *
     * @param source the feed's name; absent for the configured one
     * @param from the earliest opening time; absent for the newest {@link #USUAL_BARS}
     * @param to the latest closing time, not in the future
     */
    public record Query(
            Optional<String> source, Symbol symbol, Timeframe timeframe, Optional<Instant> from, Instant to) {

        /** Whether a bar opens late enough. */
        private boolean includes(Bar bar) {
            return from.map(earliest -> !bar.opensAt().isBefore(earliest)).orElse(true);
        }
    }

    /**
     * What there is.
     *
     * @param bars oldest first; may be empty
     * @param findings about the bars that these were made of, whether or not they forbid their use
     */
    public record History(
            SourceProfile source, Instrument instrument, Timeframe timeframe, List<Bar> bars, List<Finding> findings) {

        /** What the prices are corrected for. */
        public Adjustment adjustment() {
            return source.adjustment();
        }
    }
}
