package io.candletrace.feed.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.market.Bar;
import io.candletrace.market.TradingCalendar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

/**
 * Reads one file of daily bars. Whatever is wrong with it is {@code BARS_INVALID}, with file, line, what was expected and what
 * was found.
 */
final class CsvFile {
    private static final String HEADER = "date,open,high,low,close,volume";

    private final Path path;
    private final String symbol;
    private final TradingCalendar calendar;
    private final Instant now;

    CsvFile(Path path, String symbol, TradingCalendar calendar, Instant now) {
        this.path = path;
        this.symbol = symbol;
        this.calendar = calendar;
        this.now = now;
    }

    List<Bar> read() {
        try (var reader = CsvReader.builder()
                .allowExtraFields(true)
                .allowMissingFields(true)
                .detectBomHeader(true)
                .ofCsvRecord(path)) {
            return bars(reader.iterator());
        } catch (CsvParseException | IOException | UncheckedIOException unreadable) {
            throw new ServiceException(
                    FailureReason.BARS_INVALID,
                    path.getFileName() + " should be CSV, but cannot be read ("
                            + unreadable.getClass().getSimpleName() + ")",
                    unreadable);
        }
    }

    private List<Bar> bars(Iterator<CsvRecord> records) {
        requireHeader(records);
        var bars = new ArrayList<Bar>();
        while (records.hasNext()) {
            var row = new CsvRow(records.next(), symbol, calendar);
            try {
                var bar = row.bar();
                requireInOrder(bars, bar);
                bars.add(bar);
            } catch (IllegalArgumentException wrong) {
                throw invalid("line " + row.line() + ": " + wrong.getMessage(), wrong);
            }
        }
        if (bars.isEmpty()) {
            throw invalid("line 2 should be the first bar, but the file ends");
        }
        return List.copyOf(bars);
    }

    private void requireHeader(Iterator<CsvRecord> records) {
        var header = records.hasNext() ? String.join(",", records.next().getFields()) : "";
        if (!header.replace(" ", "").toLowerCase(Locale.ROOT).equals(HEADER)) {
            throw invalid("line 1 should be '" + HEADER + "', was '" + CsvRow.shown(header) + "'");
        }
    }

    private void requireInOrder(List<Bar> earlier, Bar bar) {
        if (bar.opensAt().isAfter(now)) {
            throw new IllegalArgumentException("a bar lies in the past, but " + bar.sessionDate() + " opens at "
                    + bar.opensAt() + " and now is " + now);
        }
        if (earlier.isEmpty() || bar.sessionDate().isAfter(earlier.getLast().sessionDate())) {
            return;
        }
        var previous = earlier.getLast().sessionDate();
        throw new IllegalArgumentException(
                bar.sessionDate().equals(previous)
                        ? "one line a date, but " + previous + " comes twice"
                        : "dates ascend, but " + bar.sessionDate() + " follows " + previous);
    }

    private ServiceException invalid(String what) {
        return new ServiceException(FailureReason.BARS_INVALID, path.getFileName() + ", " + what);
    }

    private ServiceException invalid(String what, Throwable cause) {
        return new ServiceException(FailureReason.BARS_INVALID, path.getFileName() + ", " + what, cause);
    }
}
