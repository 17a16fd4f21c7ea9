package io.candletrace.feed.ibkr;

import io.candletrace.feed.AssumedInstrument;
import io.candletrace.feed.BarBatch;
import io.candletrace.feed.BarRange;
import io.candletrace.feed.BarSource;
import io.candletrace.feed.FeedConfig;
import io.candletrace.feed.SourceProfile;
import io.candletrace.feed.ibkr.WantedContract.AtVenue;
import io.candletrace.market.Adjustment;
import io.candletrace.market.Instrument;
import io.candletrace.market.Symbol;
import io.candletrace.market.Timeframe;
import io.candletrace.thread.Hop;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Bars of stocks and funds from Interactive Brokers: trades in regular hours, adjusted for splits and not for dividends. A
 * symbol is a ticker ({@code NVDA}), one at its exchange ({@code NASDAQ:NVDA}) or a contract ({@code CONID:4815747}).
 *
 * @see <a href="https://www.interactivebrokers.com/campus/ibkr-api-page/cpapi-v1/">Client Portal API</a>
 */
@Singleton
@Identifier(IbkrBarSource.SOURCE)
public class IbkrBarSource implements BarSource {
    /** Its name in the configuration and in rows. */
    public static final String SOURCE = "ibkr";

    /** The vendor's routing, which stands for a venue that is not known yet. */
    private static final String ANY_VENUE = "SMART";

    private final FeedConfig feed;
    private final IbkrGateway gateway;
    private final Contracts contracts;
    private final Clock clock;

    /** Connects to nobody yet. */
    @Inject
    public IbkrBarSource(FeedConfig feed, IbkrGateway gateway, Clock clock) {
        this.feed = feed;
        this.gateway = gateway;
        this.contracts = new Contracts(feed, gateway);
        this.clock = clock;
    }

    @Override
    public SourceProfile profile() {
        return new SourceProfile(
                SOURCE, Adjustment.SPLIT, true, gateway.config().redistributable());
    }

    @Override
    public Instrument instrument(Symbol symbol) {
        var venue = WantedContract.of(symbol) instanceof AtVenue(var named, var ticker) ? named : ANY_VENUE;
        return AssumedInstrument.of(feed, symbol, venue);
    }

    /** The vendor's hours are those of the clock, and ours are counted from the open: they are made of half hours. */
    @Override
    public Optional<Timeframe> base(Timeframe wanted) {
        return Optional.of(
                switch (wanted) {
                    case ONE_MINUTE, FIVE_MINUTES, FIFTEEN_MINUTES, THIRTY_MINUTES, DAILY -> wanted;
                    case ONE_HOUR, FOUR_HOURS -> Timeframe.THIRTY_MINUTES;
                    case WEEKLY, MONTHLY -> Timeframe.DAILY;
                });
    }

    @Override
    public Uni<Instrument> resolve(Instrument instrument) {
        return Hop.back(contracts.resolve(instrument));
    }

    @Override
    public Uni<BarBatch> fetch(BarRange range) {
        return Hop.back(contracts.resolve(range.instrument()).chain(instrument -> history(range, instrument)));
    }

    /** Never present: its history goes on. */
    @Override
    public Uni<Optional<Instant>> latestClose(Instrument instrument) {
        return Uni.createFrom().item(Optional.empty());
    }

    private Uni<BarBatch> history(BarRange range, Instrument instrument) {
        return new History(gateway, clock, range, instrument.conid().orElseThrow()).fetch();
    }
}
