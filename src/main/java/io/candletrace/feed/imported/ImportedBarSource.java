package io.candletrace.feed.imported;

import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.feed.AssumedInstrument;
import io.candletrace.feed.BarBatch;
import io.candletrace.feed.BarCache.Span;
import io.candletrace.feed.BarRange;
import io.candletrace.feed.BarSource;
import io.candletrace.feed.FeedConfig;
import io.candletrace.feed.ImportedBars;
import io.candletrace.feed.SourceProfile;
import io.candletrace.market.Adjustment;
import io.candletrace.market.Bar;
import io.candletrace.market.BarAggregation;
import io.candletrace.market.Instrument;
import io.candletrace.market.Symbol;
import io.candletrace.market.Timeframe;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What was imported over HTTP, as it came: nothing is known about splits but what is recorded. */
@Singleton
@Identifier(ImportedBarSource.SOURCE)
public class ImportedBarSource implements BarSource {
    /** Its name in the configuration and in rows. */
    public static final String SOURCE = "import";

    private static final String EXCHANGE = "IMPORT";

    private final FeedConfig config;
    private final ImportedBars bars;

    ImportedBarSource(FeedConfig config, ImportedBars bars) {
        this.config = config;
        this.bars = bars;
    }

    @Override
    public SourceProfile profile() {
        return new SourceProfile(
                SOURCE, Adjustment.RAW, false, config.imported().redistributable());
    }

    @Override
    public Instrument instrument(Symbol symbol) {
        return AssumedInstrument.of(config, symbol, EXCHANGE);
    }

    /** Hours are made of half hours where only those were imported, by {@link #fetch}. */
    @Override
    public Optional<Timeframe> base(Timeframe wanted) {
        return Optional.of(wanted.intraday() ? wanted : Timeframe.DAILY);
    }

    @Override
    public Uni<Instrument> resolve(Instrument instrument) {
        return Uni.createFrom().item(instrument);
    }

    @Override
    public Uni<BarBatch> fetch(BarRange range) {
        var symbol = range.instrument().symbol();
        return bars.exist(symbol, range.timeframe())
                .chain(there -> there ? own(range) : fromHalfHours(range))
                .map(BarBatch::of);
    }

    @Override
    public Uni<Optional<Instant>> latestClose(Instrument instrument) {
        return bars.latestClose(instrument.symbol());
    }

    private Uni<List<Bar>> own(BarRange range) {
        return find(range, range.timeframe());
    }

    private Uni<List<Bar>> fromHalfHours(BarRange range) {
        var timeframe = range.timeframe();
        if (timeframe != Timeframe.ONE_HOUR && timeframe != Timeframe.FOUR_HOURS) {
            return Uni.createFrom().failure(unknown(range));
        }
        var calendar = range.instrument().calendar();
        return bars.exist(range.instrument().symbol(), Timeframe.THIRTY_MINUTES)
                .chain(there -> there
                        ? find(range, Timeframe.THIRTY_MINUTES)
                        : Uni.createFrom().failure(unknown(range)))
                .map(halves -> BarAggregation.aggregate(halves, timeframe, calendar, range.to()));
    }

    private Uni<List<Bar>> find(BarRange range, Timeframe timeframe) {
        return bars.find(range.instrument().symbol(), timeframe, new Span(range.from(), range.to()));
    }

    private static ServiceException unknown(BarRange range) {
        return new ServiceException(
                FailureReason.UNKNOWN_SYMBOL,
                "no " + range.timeframe().code() + " bars of "
                        + range.instrument().symbol() + " were imported; POST /api/market-data/import takes them");
    }
}
