package io.candletrace.feed;

import io.candletrace.feed.BarCache.Change;
import io.candletrace.feed.BarCache.Key;
import io.candletrace.feed.BarCache.Span;
import io.candletrace.lineage.InstrumentId;
import io.candletrace.lineage.Recorded;
import io.candletrace.market.Bar;
import io.candletrace.market.Finding;
import io.candletrace.market.Instrument;
import io.candletrace.thread.ConcurrencyLimit;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Bars of a source that goes on: those that were fetched before come from the cache, and only what is missing is asked for, by
 * one request however many want it.
 */
@ApplicationScoped
class CachedBars {
    /** How many known bars are asked for again with new ones, to notice that history was rewritten: a split does that. */
    private static final int LOOKED_AT_AGAIN = 5;

    private final BarCache cache;
    private final FeedMeters meters;
    private final FeedConfig config;
    private final Clock clock;
    private final Map<Key, ConcurrencyLimit> lines = new ConcurrentHashMap<>();

    CachedBars(BarCache cache, FeedMeters meters, FeedConfig config, Clock clock) {
        this.cache = cache;
        this.meters = meters;
        this.config = config;
        this.clock = clock;
    }

    /** The bars of a range. Fails as the source does when something has to be fetched. */
    Uni<BarBatch> bars(BarSource source, Recorded<InstrumentId, Instrument> instrument, BarRange range) {
        var fetching = new Fetching(source, key(source, instrument, range), range);
        return fetching.missing().chain(missing -> missing.isEmpty() ? fetching.known() : inLine(fetching));
    }

    /** Asks for a range again, whatever is known, and answers what had changed. Fails as the source does. */
    Uni<Change> refresh(BarSource source, Recorded<InstrumentId, Instrument> instrument, BarRange range) {
        var fetching = new Fetching(source, key(source, instrument, range), range);
        return line(fetching.key).whenFree(() -> fetching.fetch(new Span(range.from(), range.to())));
    }

    private Uni<BarBatch> inLine(Fetching fetching) {
        return line(fetching.key).whenFree(() -> fetching.missing().chain(fetching::complete));
    }

    private ConcurrencyLimit line(Key key) {
        return lines.computeIfAbsent(key, made -> new ConcurrencyLimit(1));
    }

    private static Key key(BarSource source, Recorded<InstrumentId, Instrument> instrument, BarRange range) {
        var profile = source.profile();
        return new Key(instrument.id(), profile.name(), profile.adjustment(), range.timeframe());
    }

    /** One range that somebody wants. */
    private final class Fetching {
        private final BarSource source;
        private final Key key;
        private final BarRange range;
        private final List<Finding> findings = new ArrayList<>();
        private int lookedAt;

        Fetching(BarSource source, Key key, BarRange range) {
            this.source = source;
            this.key = key;
            this.range = range;
        }

        Uni<List<Span>> missing() {
            return cache.missing(key, new Span(range.from(), range.to()));
        }

        Uni<BarBatch> known() {
            meters.hit(key.source());
            return read();
        }

        Uni<BarBatch> complete(List<Span> missing) {
            if (missing.isEmpty()) {
                return known();
            }
            meters.miss(key.source());
            return Multi.createFrom()
                    .iterable(missing)
                    .onItem()
                    .transformToUniAndConcatenate(this::fetch)
                    .collect()
                    .asList()
                    .map(changes -> changes.stream().reduce(Change.NONE, Change::plus))
                    .chain(change ->
                            isRewritten(change) ? fetchAnew() : Uni.createFrom().voidItem())
                    .chain(this::read);
        }

        /** One bar is corrected now and then, most of them at once only by a split or another vendor's tape. */
        private boolean isRewritten(Change change) {
            return lookedAt > 0 && change.revised() * 2 > lookedAt;
        }

        /** History was rewritten: what was known beyond this range is no longer of one piece with it. */
        private Uni<Void> fetchAnew() {
            return cache.forget(key)
                    .chain(() -> fetch(new Span(range.from(), range.to())))
                    .replaceWithVoid();
        }

        private Uni<BarBatch> read() {
            return cache.bars(key, new Span(range.from(), range.to())).map(bars -> new BarBatch(bars, findings));
        }

        Uni<Change> fetch(Span span) {
            return overlapped(span)
                    .chain(wider -> source.fetch(wider)
                            .invoke(batch -> findings.addAll(batch.findings()))
                            .map(BarBatch::bars)
                            .chain(bars -> keep(wider, bars))
                            .invoke(change -> meters.fetched(key.source(), change)));
        }

        /** With a few bars before, when those are known. */
        private Uni<BarRange> overlapped(Span span) {
            var calendar = range.instrument().calendar();
            var last = calendar.lastClosed(range.timeframe(), span.from());
            var from =
                    calendar.back(range.timeframe(), last, LOOKED_AT_AGAIN - 1).opensAt();
            var before = new Span(from, span.from());
            return cache.bars(key, before)
                    .invoke(known -> lookedAt += known.size())
                    .map(known ->
                            known.isEmpty() ? span.from() : known.getFirst().opensAt())
                    .map(start -> new BarRange(range.instrument(), range.timeframe(), start, span.to()));
        }

        private Uni<Change> keep(BarRange asked, List<Bar> bars) {
            var end = known(asked, bars);
            return end.isAfter(asked.from())
                    ? cache.keep(key, bars, new Span(asked.from(), end))
                    : cache.add(key, bars);
        }

        /** A bar that is only late is not known to be missing: what follows the last bar is asked for again for a while. */
        private Instant known(BarRange asked, List<Bar> bars) {
            var settled = clock.instant().minus(config.settledAfter());
            var last = bars.isEmpty() ? asked.from() : bars.getLast().closesAt();
            var end = last.isAfter(settled) ? last : settled;
            return end.isBefore(asked.to()) ? end : asked.to();
        }
    }
}
