package io.candletrace.feed.csv;

import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.market.Bar;
import io.candletrace.market.Instrument;
import io.candletrace.market.Symbol;
import io.candletrace.market.Timeframe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A folder with one file a symbol. Blocks. Keeps what it parsed until the file changes. */
final class CsvFolder {
    /** Twenty years of days are 2 MB when parsed. */
    private static final int KEPT_FILES = 16;

    private static final long MAX_BYTES = 64L * 1024 * 1024;

    private final Path directory;
    private final Clock clock;
    private final Map<Path, Parsed> kept = new ConcurrentHashMap<>();

    CsvFolder(Path directory, Clock clock) {
        this.directory = directory.toAbsolutePath().normalize();
        this.clock = clock;
    }

    /**
     * All bars of an instrument, oldest first. Fails with {@code UNKNOWN_SYMBOL}, {@code BARS_INVALID} or, when the folder
     * itself is missing, {@code FEED_UNAVAILABLE}.
     */
    List<Bar> bars(Instrument instrument) {
        var path = path(instrument.symbol());
        var version = version(path, instrument.symbol());
        var known = kept.get(path);
        if (known != null && known.version().equals(version)) {
            return known.bars();
        }
        if (version.bytes() > MAX_BYTES) {
            throw new ServiceException(
                    FailureReason.BARS_INVALID,
                    path.getFileName() + " should have at most " + MAX_BYTES + " bytes, has " + version.bytes());
        }
        var description = new CsvDescription(fileName(instrument.symbol()), Timeframe.DAILY, instrument.calendar());
        var bars = new CsvFile(path, instrument.symbol().value(), description, clock.instant())
                .read()
                .bars();
        keep(path, new Parsed(version, bars));
        return bars;
    }

    static String fileName(Symbol symbol) {
        return symbol + ".csv";
    }

    private void keep(Path path, Parsed file) {
        if (kept.size() >= KEPT_FILES) {
            kept.clear();
        }
        kept.put(path, file);
    }

    private Path path(Symbol symbol) {
        try {
            var path = directory.resolve(fileName(symbol)).normalize();
            if (directory.equals(path.getParent())) {
                return path;
            }
        } catch (InvalidPathException impossibleHere) {
            throw unknown(symbol, impossibleHere);
        }
        throw unknown(symbol, new NoSuchFileException(fileName(symbol)));
    }

    private Version version(Path path, Symbol symbol) {
        try {
            var attributes = Files.readAttributes(path, BasicFileAttributes.class);
            if (attributes.isRegularFile()) {
                return new Version(attributes.lastModifiedTime(), attributes.size());
            }
            throw unknown(symbol, new NoSuchFileException(fileName(symbol)));
        } catch (NoSuchFileException absent) {
            throw Files.isDirectory(directory) ? unknown(symbol, absent) : noFolder(absent);
        } catch (IOException unreadable) {
            throw new ServiceException(
                    FailureReason.FEED_UNAVAILABLE, path.getFileName() + " cannot be read", unreadable);
        }
    }

    private static ServiceException unknown(Symbol symbol, Exception cause) {
        return new ServiceException(
                FailureReason.UNKNOWN_SYMBOL,
                "the CSV folder should have a file " + fileName(symbol) + ", has none",
                cause);
    }

    private static ServiceException noFolder(IOException cause) {
        return new ServiceException(
                FailureReason.FEED_UNAVAILABLE, "candletrace.feed.csv.directory should be a folder, is none", cause);
    }

    private record Version(FileTime modified, long bytes) {}

    private record Parsed(Version version, List<Bar> bars) {}
}
