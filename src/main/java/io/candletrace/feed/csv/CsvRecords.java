package io.candletrace.feed.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import io.candletrace.failure.ServiceException;
import java.io.BufferedReader;
import java.io.CharConversionException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.ZipException;

/** The records of a file, one at a time, blank ones left out. Fails with {@code BARS_INVALID} when it is not CSV. */
final class CsvRecords implements AutoCloseable {
    private static final int MAX_FIELDS = 256;
    private static final int MAX_FIELD = 512;
    private static final int MAX_RECORD = 4096;
    private static final int MAX_BUFFER = 32 * 1024;

    private final CsvDescription file;
    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private final Deque<CsvRecord> ahead = new ArrayDeque<>();
    private long lastLine;

    private CsvRecords(CsvDescription file, CsvReader<CsvRecord> reader) {
        this.file = file;
        this.reader = reader;
        this.records = reader.iterator();
    }

    static CsvRecords open(InputStream bytes, CsvDescription file) {
        try {
            var text = CsvText.of(bytes);
            var handler = CsvRecordHandler.of(limits ->
                    limits.maxFields(MAX_FIELDS).maxFieldSize(MAX_FIELD).maxRecordSize(MAX_RECORD));
            return new CsvRecords(
                    file,
                    CsvReader.builder()
                            .fieldSeparator(separator(text))
                            .maxBufferSize(MAX_BUFFER)
                            .allowExtraFields(true)
                            .allowMissingFields(true)
                            .build(handler, text));
        } catch (IOException unreadable) {
            throw unreadable(file, unreadable);
        }
    }

    /** The next record; empty at the end. */
    Optional<CsvRecord> next() {
        return ahead.isEmpty() ? read() : Optional.of(ahead.remove());
    }

    /** What a look at the next records finds first. They are kept for {@link #next}. */
    <T> Optional<T> lookAhead(int records, Function<CsvRecord, Optional<T>> look) {
        for (int i = 0; i < records; i++) {
            var record = read();
            record.ifPresent(ahead::add);
            var found = record.flatMap(look);
            if (found.isPresent() || record.isEmpty()) {
                return found;
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private Optional<CsvRecord> read() {
        try {
            while (records.hasNext()) {
                var record = records.next();
                lastLine = record.getStartingLineNumber();
                if (!isBlank(record)) {
                    return Optional.of(record);
                }
            }
            return Optional.empty();
        } catch (UncheckedIOException unreadable) {
            var cause = unreadable.getCause();
            throw unreadable(file, cause == null ? unreadable : cause);
        } catch (CsvParseException malformed) {
            throw file.unreadable(
                    "cannot be read as CSV after line " + lastLine + ": a field should have at most " + MAX_FIELD
                            + " characters and a line " + MAX_FIELDS + " fields and " + MAX_RECORD
                            + " characters, and after a closing quote the field ends",
                    malformed);
        }
    }

    private static boolean isBlank(CsvRecord record) {
        for (int i = 0; i < record.getFieldCount(); i++) {
            if (!record.getField(i).isBlank()) {
                return false;
            }
        }
        return true;
    }

    /** Of those that are used, the one that stands most often in the first line. */
    private static char separator(BufferedReader text) throws IOException {
        var header = firstLine(text);
        return Stream.of(',', ';', '\t')
                .max(Comparator.comparingLong(separator -> header.chars()
                        .filter(character -> character == separator)
                        .count()))
                .orElseThrow();
    }

    /** The line that will be read first, or as much of it as a record may have. */
    private static String firstLine(BufferedReader text) throws IOException {
        text.mark(MAX_RECORD + 1);
        var start = new char[MAX_RECORD];
        int count = Math.max(text.read(start), 0);
        text.reset();
        return new String(start, 0, count)
                .lines()
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElse("");
    }

    private static ServiceException unreadable(CsvDescription file, Exception cause) {
        return switch (cause) {
            case CharConversionException notText -> file.unreadable(String.valueOf(notText.getMessage()), notText);
            case CharacterCodingException notUtf8 -> file.unreadable("should be UTF-8 text, but is not", notUtf8);
            case ZipException damaged -> file.unreadable("should be a whole gzip file, but is damaged", damaged);
            case EOFException cut -> file.unreadable("should be a whole gzip file, but is cut off", cut);
            default -> file.unreadable("cannot be read (" + cause.getClass().getSimpleName() + ")", cause);
        };
    }
}
