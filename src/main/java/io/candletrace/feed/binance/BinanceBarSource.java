package io.candletrace.feed.binance;

import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.feed.BarBatch;
import io.candletrace.feed.BarRange;
import io.candletrace.feed.BarSource;
import io.candletrace.feed.SourceProfile;
import io.candletrace.market.Adjustment;
import io.candletrace.market.AlwaysOpenCalendar;
import io.candletrace.market.Instrument;
import io.candletrace.market.Symbol;
import io.candletrace.market.Timeframe;
import io.candletrace.thread.Hop;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Bars of the crypto pairs that trade at Binance, at any hour of any day. {@code BTCUSDT} and {@code BTC-USDT} are the same
 * pair. Days begin at 00:00 UTC, weeks and months are made of them.
 */
@Singleton
@Identifier(BinanceBarSource.SOURCE)
public class BinanceBarSource implements BarSource {
    /** Its name in the configuration and in rows. */
    public static final String SOURCE = "binance";

    private final BinanceConfig config;
    private final Clock clock;
    private final Line line;
    private final Pairs pairs;

    @Inject
    public BinanceBarSource(BinanceConfig config, Vertx vertx, Clock clock) {
        this.config = config;
        this.clock = clock;
        this.line = Line.open(config, vertx, clock);
        this.pairs = new Pairs(line);
    }

    @PreDestroy
    void close() {
        line.endpoint().close();
    }

    @Override
    public SourceProfile profile() {
        return new SourceProfile(SOURCE, Adjustment.RAW, true, config.redistributable());
    }

    /** Before the pair was resolved its currency is what follows the dash, or {@code XXX}, and its tick the finest there is. */
    @Override
    public Instrument instrument(Symbol symbol) {
        return PairName.of(symbol)
                .flatMap(pairs::known)
                .orElse(Pair.unknown(symbol))
                .instrument(symbol);
    }

    @Override
    public Optional<Timeframe> base(Timeframe wanted) {
        return Optional.of(wanted.compareTo(Timeframe.DAILY) > 0 ? Timeframe.DAILY : wanted);
    }

    @Override
    public Uni<Instrument> resolve(Instrument instrument) {
        return Uni.createFrom()
                .item(() -> name(instrument))
                .chain(pairs::find)
                .map(pair -> pair.instrument(instrument.symbol()));
    }

    @Override
    public Uni<BarBatch> fetch(BarRange range) {
        return Hop.back(Uni.createFrom()
                .item(() -> new Candles(line, name(range.instrument()), range))
                .chain(Candles::read)
                .chain(candles -> Hop.blocking(() -> Candle.bars(candles, range, clock.instant()))));
    }

    /** Never present: trading goes on. */
    @Override
    public Uni<Optional<Instant>> latestClose(Instrument instrument) {
        return Uni.createFrom().item(Optional.empty());
    }

    private static PairName name(Instrument instrument) {
        var calendar = instrument.calendar();
        if (!calendar.id().equals(AlwaysOpenCalendar.ID)) {
            throw new ServiceException(
                    FailureReason.IMPOSSIBLE_REQUEST,
                    "Binance trades around the clock, so its instruments follow the calendar " + AlwaysOpenCalendar.ID
                            + ", but " + instrument.symbol() + " follows " + calendar.id());
        }
        return PairName.of(instrument.symbol()).orElseThrow(() -> PairName.none(instrument.symbol()));
    }
}
