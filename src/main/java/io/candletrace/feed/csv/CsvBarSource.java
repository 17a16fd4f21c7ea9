package io.candletrace.feed.csv;

import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.feed.AssumedInstrument;
import io.candletrace.feed.BarBatch;
import io.candletrace.feed.BarRange;
import io.candletrace.feed.BarSource;
import io.candletrace.feed.FeedConfig;
import io.candletrace.feed.SourceProfile;
import io.candletrace.market.Adjustment;
import io.candletrace.market.Bar;
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
 * Bars from a folder, as they are: nothing is known about splits. Days are in {@code SYMBOL.csv}, half hours in
 * {@code SYMBOL.30m.csv} and so on, each plain or as {@code .csv.gz}.
 */
@Singleton
@Identifier(CsvBarSource.SOURCE)
public class CsvBarSource implements BarSource {
    /** Its name in the configuration and in rows. */
    public static final String SOURCE = "csv";

    private static final String EXCHANGE = "CSV";

    private final FeedConfig config;
    private final CsvBatches batches;
    private final Clock clock;

    /** Fails with {@code MISCONFIGURED} when no folder is configured. */
    @Inject
    public CsvBarSource(FeedConfig config, Clock clock) {
        var directory = config.csv()
                .directory()
                .orElseThrow(() -> new ServiceException(
                        FailureReason.MISCONFIGURED,
                        "candletrace.feed.source=csv needs candletrace.feed.csv.directory, which is not set"));
        this.config = config;
        this.batches = new CsvBatches(new CsvFolder(directory, clock));
        this.clock = clock;
    }

    @Override
    public SourceProfile profile() {
        return new SourceProfile(SOURCE, Adjustment.RAW, false, config.csv().redistributable());
    }

    @Override
    public Instrument instrument(Symbol symbol) {
        return AssumedInstrument.of(config, symbol, EXCHANGE);
    }

    /** Intraday bars are their own base even where a file of shorter ones is all there is: only the folder knows that. */
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
        return Hop.blocking(() -> batches.batch(range));
    }

    /** A symbol whose file is missing or wrong has no last bar; its own task says why. */
    @Override
    public Uni<Optional<Instant>> latestClose(Instrument instrument) {
        return Hop.blocking(() -> lastClose(instrument));
    }

    private Optional<Instant> lastClose(Instrument instrument) {
        try {
            return batches.longest(instrument).reversed().stream()
                    .map(Bar::closesAt)
                    .filter(closesAt -> !closesAt.isAfter(clock.instant()))
                    .findFirst();
        } catch (ServiceException unusable) {
            return Optional.empty();
        }
    }
}
