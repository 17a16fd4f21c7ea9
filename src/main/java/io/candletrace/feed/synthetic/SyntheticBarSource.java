package io.candletrace.feed.synthetic;

import io.candletrace.feed.BarBatch;
import io.candletrace.feed.BarRange;
import io.candletrace.feed.BarSource;
import io.candletrace.feed.FeedConfig;
import io.candletrace.feed.SourceProfile;
import io.candletrace.market.Adjustment;
import io.candletrace.market.Bar;
import io.candletrace.market.BarSeries;
import io.candletrace.market.Instrument;
import io.candletrace.market.Symbol;
import io.candletrace.market.Timeframe;
import io.candletrace.market.TradingCalendars;
import io.candletrace.thread.Hop;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Bars that are made up: any symbol has a history since 1990, the same one for the same seed, on New York's calendar, or on the
 * one that never closes when the symbol ends in {@code -USD}.
 */
@Singleton
@Identifier(BarSeries.SYNTHETIC)
public class SyntheticBarSource implements BarSource {
    private static final String EXCHANGE = "SYNTHETIC";
    private static final SourceProfile PROFILE = new SourceProfile(BarSeries.SYNTHETIC, Adjustment.RAW, false, true);
    private static final String CRYPTO_SUFFIX = "-USD";
    private static final LocalDate FIRST = LocalDate.of(1990, 1, 1);

    private final FeedConfig config;

    @Inject
    public SyntheticBarSource(FeedConfig config) {
        this.config = config;
    }

    @Override
    public SourceProfile profile() {
        return PROFILE;
    }

    @Override
    public Instrument instrument(Symbol symbol) {
        var calendar = symbol.value().endsWith(CRYPTO_SUFFIX) ? TradingCalendars.ALWAYS_OPEN : TradingCalendars.XNYS;
        return new Instrument(symbol, EXCHANGE, OptionalLong.empty(), config.currency(), calendar, config.tickSize());
    }

    @Override
    public Optional<Timeframe> base(Timeframe wanted) {
        return wanted.intraday() ? Optional.empty() : Optional.of(Timeframe.DAILY);
    }

    @Override
    public Uni<Instrument> resolve(Instrument instrument) {
        return Uni.createFrom().item(instrument);
    }

    /** Never present: there are bars up to any time. */
    @Override
    public Uni<Optional<Instant>> latestClose(Instrument instrument) {
        return Uni.createFrom().item(Optional.empty());
    }

    @Override
    public Uni<BarBatch> fetch(BarRange range) {
        return Hop.blocking(() -> BarBatch.of(daily(range)));
    }

    /** Walks from the first session on, whatever is asked for, but makes bars only of the range. */
    private List<Bar> daily(BarRange range) {
        var instrument = range.instrument();
        var walk = new Walk(instrument.symbol(), config.synthetic().seed());
        var bars = new ArrayList<Bar>();
        var last = LocalDate.ofInstant(range.to(), instrument.calendar().zone());
        for (var date = FIRST; !date.isAfter(last); date = date.plusDays(1)) {
            instrument
                    .calendar()
                    .session(date)
                    .filter(session -> !session.closesAt().isAfter(range.to()))
                    .map(walk::step)
                    .filter(step -> !step.session().opensAt().isBefore(range.from()))
                    .ifPresent(step -> bars.add(step.bar(instrument.tickSize())));
        }
        return bars;
    }
}
