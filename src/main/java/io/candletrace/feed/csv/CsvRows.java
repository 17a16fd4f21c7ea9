package io.candletrace.feed.csv;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.candletrace.feed.csv.CsvRow.Fault;
import io.candletrace.feed.csv.CsvRow.Malformed;
import io.candletrace.feed.csv.CsvRow.Read;
import io.candletrace.inspection.Admission;
import io.candletrace.inspection.Candidate;
import io.candletrace.inspection.Candidate.Opening;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * Reads the rows of a file of bars one at a time, in the file's order, without holding the file. Blocks.
 *
 * <p>The file is UTF-8 text or that in gzip, with {@code , ;} or tabs between its fields and a header that names its columns.
 * Every method fails with {@code BARS_INVALID} when it is none: no text, no CSV, longer than any row of bars, needed columns
 * missing or there twice. Whether a row is a bar is for {@link Admission} to judge.
 */
public final class CsvRows implements Iterator<CsvRow>, AutoCloseable {
    /** Twelve days of minutes, round the clock: so much can pass before a day above 12 comes. */
    private static final int LOOK_AHEAD = 12 * 24 * 60 + 1;

    private static final String NO_VOLUME = "0";

    private final CsvDescription file;
    private final CsvRecords records;
    private final CsvHeader header;
    private final CsvTime time;
    private Optional<CsvRecord> next = Optional.empty();

    private CsvRows(CsvDescription file, CsvRecords records) {
        this.file = file;
        this.records = records;
        this.header = header();
        this.time = new CsvTime(file.timeframe(), file.calendar().zone(), new CsvDate(dayOrder()));
    }

    /** Reads the header. What is returned closes the bytes; when it fails the caller has to. */
    public static CsvRows open(InputStream bytes, CsvDescription file) {
        return new CsvRows(file, CsvRecords.open(bytes, file));
    }

    @Override
    public boolean hasNext() {
        if (next.isEmpty()) {
            next = records.next();
        }
        return next.isPresent();
    }

    @Override
    public CsvRow next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        var row = row(next.orElseThrow());
        next = Optional.empty();
        return row;
    }

    @Override
    public void close() throws IOException {
        records.close();
    }

    private CsvHeader header() {
        var first = records.next()
                .orElseThrow(() -> file.invalid(1, "a header that names the columns is needed, but the file is empty"));
        try {
            return new CsvHeader(first.getFields());
        } catch (IllegalArgumentException unusable) {
            throw file.invalid(first.getStartingLineNumber(), String.valueOf(unusable.getMessage()));
        }
    }

    /** Proved by the first date that can only be read in one way, if the file has dates that end with the year. */
    private DayOrder dayOrder() {
        var first = records.lookAhead(1, Optional::of).filter(record -> CsvDate.endsWithYear(date(record)));
        return first.map(record -> CsvDate.proof(date(record))
                        .or(() -> records.lookAhead(LOOK_AHEAD, later -> CsvDate.proof(date(later))))
                        .orElseThrow(() -> ambiguous(record)))
                .orElse(DayOrder.UNPROVED);
    }

    private RuntimeException ambiguous(CsvRecord record) {
        return file.invalid(
                record.getStartingLineNumber(),
                "a date like 2021-03-31 is needed; '" + Admission.shown(date(record))
                        + "' could be day/month or month/day, and no date in the next " + LOOK_AHEAD + " rows tells");
    }

    private CsvRow row(CsvRecord record) {
        if (!fits(record)) {
            return malformed(
                    record, Fault.FIELD_COUNT, header.size() + " fields expected, found " + record.getFieldCount());
        }
        var text = header.time(record);
        return time.opening(text)
                .<CsvRow>map(opening -> new Read(record.getStartingLineNumber(), candidate(record, opening)))
                .orElseGet(() -> malformed(record, Fault.UNREADABLE_TIME, noTime(text)));
    }

    /** Empty fields behind the last column are a spreadsheet's. */
    private boolean fits(CsvRecord record) {
        return record.getFieldCount() >= header.size()
                && record.getFields().stream().skip(header.size()).allMatch(String::isBlank);
    }

    private Malformed malformed(CsvRecord record, Fault fault, String detail) {
        var line = record.getStartingLineNumber();
        return new Malformed(line, fault, file.place(line) + ": " + detail);
    }

    private String noTime(String text) {
        return (file.timeframe().intraday()
                        ? "time should be like 2021-03-31T09:30:00, was '"
                        : "date should be like 2021-03-31, was '")
                + Admission.shown(text) + "'";
    }

    private Candidate candidate(CsvRecord record, Opening opening) {
        return new Candidate(
                file.place(record.getStartingLineNumber()),
                opening,
                price(record, CsvColumn.OPEN),
                price(record, CsvColumn.HIGH),
                price(record, CsvColumn.LOW),
                price(record, CsvColumn.CLOSE),
                header.field(record, CsvColumn.VOLUME).orElse(NO_VOLUME));
    }

    /** Without the dollar sign that some sites put before it. */
    private String price(CsvRecord record, CsvColumn column) {
        var text = header.field(record, column).orElseThrow();
        return text.startsWith("$") ? text.substring(1) : text;
    }

    private String date(CsvRecord record) {
        return CsvTime.datePart(header.time(record));
    }
}
