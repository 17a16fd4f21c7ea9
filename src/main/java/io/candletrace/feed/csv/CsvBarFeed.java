package io.candletrace.feed.csv;

import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.feed.BarFeed;
import io.candletrace.feed.BarRequest;
import io.candletrace.feed.DailyHistory;
import io.candletrace.feed.FeedConfig;
import io.candletrace.market.Adjustment;
import io.candletrace.market.Bar;
import io.candletrace.market.BarSeries;
import io.candletrace.market.Instrument;
import io.candletrace.market.Symbol;
import io.candletrace.thread.Hop;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Daily bars from a folder of {@code SYMBOL.csv}, as they are: nothing is known about splits. */
@Singleton
@Identifier(CsvBarFeed.SOURCE)
public class CsvBarFeed implements BarFeed {
    /** Its name in the configuration and in rows. */
    public static final String SOURCE = "csv";

    private static final String EXCHANGE = "CSV";

    private final FeedConfig config;
    private final CsvFolder folder;
    private final Clock clock;

    /** Fails with {@code MISCONFIGURED} when no folder is configured. */
    @Inject
    public CsvBarFeed(FeedConfig config, Clock clock) {
        var directory = config.csv()
                .directory()
                .orElseThrow(() -> new ServiceException(
                        FailureReason.MISCONFIGURED,
                        "candletrace.feed.source=csv needs candletrace.feed.csv.directory, which is not set"));
        this.config = config;
        this.folder = new CsvFolder(directory, clock);
        this.clock = clock;
    }

    @Override
    public String source() {
        return SOURCE;
    }

    @Override
    public Instrument instrument(Symbol symbol) {
        return new Instrument(
                symbol,
                EXCHANGE,
                OptionalLong.empty(),
                config.currency(),
                config.calendars().getOrDefault(symbol.value(), config.calendar()),
                config.tickSize());
    }

    @Override
    public Uni<Optional<Instant>> latestClose(Iterable<Symbol> symbols) {
        return Hop.blocking(() -> StreamSupport.stream(symbols.spliterator(), false)
                .flatMap(this::lastClose)
                .max(Comparator.naturalOrder()));
    }

    @Override
    public Uni<BarSeries> fetch(BarRequest request) {
        return Hop.blocking(() -> history(request.instrument()).answer(request));
    }

    private DailyHistory history(Instrument instrument) {
        return new DailyHistory(
                SOURCE, CsvFolder.fileName(instrument.symbol()), Adjustment.RAW, folder.bars(instrument));
    }

    /** A symbol whose file is missing or wrong has no last bar; its own task says why. */
    private Stream<Instant> lastClose(Symbol symbol) {
        try {
            return folder.bars(instrument(symbol)).reversed().stream()
                    .map(Bar::closesAt)
                    .filter(closesAt -> !closesAt.isAfter(clock.instant()))
                    .limit(1);
        } catch (ServiceException unusable) {
            return Stream.empty();
        }
    }
}
