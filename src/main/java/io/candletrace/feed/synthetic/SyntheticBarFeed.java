package io.candletrace.feed.synthetic;

import io.candletrace.feed.BarFeed;
import io.candletrace.feed.BarRequest;
import io.candletrace.feed.DailyHistory;
import io.candletrace.feed.FeedConfig;
import io.candletrace.market.Adjustment;
import io.candletrace.market.Bar;
import io.candletrace.market.BarSeries;
import io.candletrace.market.Instrument;
import io.candletrace.market.Symbol;
import io.candletrace.market.TradingCalendars;
import io.candletrace.thread.Hop;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Bars that are made up: any symbol has a history since 1990, the same one for the same seed, on New York's calendar, or on the
 * one that never closes when the symbol ends in {@code -USD}.
 */
@Singleton
@Identifier(BarSeries.SYNTHETIC)
public class SyntheticBarFeed implements BarFeed {
    private static final String EXCHANGE = "SYNTHETIC";
    private static final String CRYPTO_SUFFIX = "-USD";
    private static final LocalDate FIRST = LocalDate.of(1990, 1, 1);

    private final FeedConfig config;

    @Inject
    public SyntheticBarFeed(FeedConfig config) {
        this.config = config;
    }

    @Override
    public String source() {
        return BarSeries.SYNTHETIC;
    }

    @Override
    public Instrument instrument(Symbol symbol) {
        var calendar = symbol.value().endsWith(CRYPTO_SUFFIX) ? TradingCalendars.ALWAYS_OPEN : TradingCalendars.XNYS;
        return new Instrument(symbol, EXCHANGE, OptionalLong.empty(), config.currency(), calendar, config.tickSize());
    }

    /** Never present: there are bars up to any {@code asOf}. */
    @Override
    public Uni<Optional<Instant>> latestClose(Iterable<Symbol> symbols) {
        return Uni.createFrom().item(Optional.empty());
    }

    @Override
    public Uni<BarSeries> fetch(BarRequest request) {
        return Hop.blocking(() ->
                new DailyHistory(source(), "the synthetic history", Adjustment.RAW, daily(request)).answer(request));
    }

    /** Walks from the first session on, but makes bars only of the newest ones, which the answer is made of. */
    private List<Bar> daily(BarRequest request) {
        var calendar = request.instrument().calendar();
        var walk = new Walk(request.instrument().symbol(), config.synthetic().seed());
        var newest = new ArrayDeque<Step>();
        var last = LocalDate.ofInstant(request.asOf(), calendar.zone());
        for (var date = FIRST; !date.isAfter(last); date = date.plusDays(1)) {
            calendar.session(date)
                    .filter(session -> !session.closesAt().isAfter(request.asOf()))
                    .ifPresent(session -> newest.add(walk.step(session)));
            if (newest.size() > sessionsNeeded(request)) {
                newest.remove();
            }
        }
        var tick = request.instrument().tickSize();
        return newest.stream().map(step -> step.bar(tick)).toList();
    }

    /** Two periods more than asked for, because the ends may be cut off. */
    private static long sessionsNeeded(BarRequest request) {
        int atMostInOne = switch (request.timeframe()) {
            case DAILY -> 1;
            case WEEKLY -> 7;
            case MONTHLY -> 31;
        };
        return (request.bars() + 2L) * atMostInOne;
    }
}
