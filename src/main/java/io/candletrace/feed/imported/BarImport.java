package io.candletrace.feed.imported;

import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.feed.BarCache;
import io.candletrace.feed.BarCache.Change;
import io.candletrace.feed.BarCache.Key;
import io.candletrace.feed.Instruments;
import io.candletrace.feed.csv.CsvDescription;
import io.candletrace.feed.csv.CsvRows;
import io.candletrace.inspection.Admission;
import io.candletrace.market.Adjustment;
import io.candletrace.market.Bar;
import io.candletrace.market.Instrument;
import io.candletrace.market.Symbol;
import io.candletrace.market.Timeframe;
import io.candletrace.thread.Hop;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;

/** Takes files of bars that somebody sends, row by row: what is a bar is kept, what is none is told with its line. */
@ApplicationScoped
public class BarImport {
    private final ImportedBarSource source;
    private final Instruments instruments;
    private final BarCache cache;
    private final Clock clock;

    BarImport(
            @Identifier(ImportedBarSource.SOURCE) ImportedBarSource source,
            Instruments instruments,
            BarCache cache,
            Clock clock) {
        this.source = source;
        this.instruments = instruments;
        this.cache = cache;
        this.clock = clock;
    }

    /**
     * Reads a CSV file, plain or gzip, and keeps its bars batch by batch; the same file again changes nothing. Fails with {@code
     * IMPOSSIBLE_REQUEST} for weeks and months, which are made of days, and with {@code BARS_INVALID} when it is no such file;
     * batches before the place where it breaks stay.
     */
    public Uni<ImportReport> csv(Symbol symbol, Timeframe timeframe, InputStream file) {
        if (timeframe.compareTo(Timeframe.DAILY) > 0) {
            throw new ServiceException(
                    FailureReason.IMPOSSIBLE_REQUEST,
                    "timeframe: expected 1d or shorter, of which longer ones are made, found '" + timeframe.code()
                            + "'");
        }
        var instrument = source.instrument(symbol);
        return Hop.blocking(() -> CsvRows.open(file, new CsvDescription("", timeframe, instrument.calendar())))
                .chain(rows -> rows(symbol, timeframe, rows, instrument));
    }

    private Uni<ImportReport> rows(Symbol symbol, Timeframe timeframe, CsvRows rows, Instrument instrument) {
        var admission = new Admission(instrument.calendar(), timeframe, clock.instant());
        var imported = new ImportedRows(rows, admission);
        return key(instrument, timeframe)
                .chain(key -> keepAll(key, imported))
                .map(imported::report)
                .onFailure(ServiceException.class)
                .transform(failure -> broken((ServiceException) failure, imported, symbol))
                .eventually(() -> Hop.blocking(() -> close(rows)));
    }

    private Uni<Key> key(Instrument instrument, Timeframe timeframe) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return instruments
                .findOrAdd(ImportedBarSource.SOURCE, List.of(instrument), today)
                .map(rows -> new Key(rows.getFirst().id(), ImportedBarSource.SOURCE, Adjustment.RAW, timeframe));
    }

    private Uni<Change> keepAll(Key key, ImportedRows imported) {
        return Multi.createBy()
                .repeating()
                .uni(() -> Hop.blocking(imported::nextBatch))
                .whilst(batch -> !batch.isEmpty())
                .onItem()
                .transformToUniAndConcatenate(batch -> keep(key, batch))
                .collect()
                .with(Collectors.reducing(Change.NONE, Change::plus));
    }

    private Uni<Change> keep(Key key, List<Bar> batch) {
        return batch.isEmpty() ? Uni.createFrom().item(Change.NONE) : cache.add(key, batch);
    }

    private static ServiceException broken(ServiceException failure, ImportedRows imported, Symbol symbol) {
        return new ServiceException(
                failure.reason(),
                failure.detail() + "; " + imported.accepted() + " bars of " + symbol
                        + " before it are bars, and sending the mended file again changes nothing of them",
                failure);
    }

    private static void close(CsvRows rows) {
        try {
            rows.close();
        } catch (IOException unclosable) {
            throw new UncheckedIOException(unclosable);
        }
    }
}
