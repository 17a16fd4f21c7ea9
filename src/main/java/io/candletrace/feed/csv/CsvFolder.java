package io.candletrace.feed.csv;

import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.inspection.Verdict;
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
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/** A folder with one file a symbol and timeframe. Blocks. Keeps what it parsed until the file changes. */
final class CsvFolder {
    private static final long MAX_BYTES = 64L * 1024 * 1024;

    /** Twenty years of days are 300 kB; what is larger may need much memory while it is read. */
    private static final long SMALL_BYTES = 1024L * 1024;

    private final Path directory;
    private final Clock clock;
    private final int keptBars;
    private final Map<Path, Parsed> kept = new ConcurrentHashMap<>();
    private final ReentrantLock oneLarge = new ReentrantLock();

    /** Keeps as many bars in all as one file may have. */
    CsvFolder(Path directory, Clock clock) {
        this(directory, clock, CsvCandidates.MAX_ROWS);
    }

    CsvFolder(Path directory, Clock clock, int keptBars) {
        this.directory = directory.toAbsolutePath().normalize();
        this.clock = clock;
        this.keptBars = keptBars;
    }

    /**
     * All bars of an instrument, oldest first, and what was odd about their rows; empty when there is no file of them. Fails
     * with {@code BARS_INVALID} or, when the folder itself is missing, {@code FEED_UNAVAILABLE}.
     */
    Optional<Verdict> bars(Instrument instrument, Timeframe timeframe) {
        return version(fileName(instrument.symbol(), timeframe)).map(version -> {
            var file = file(version.path(), instrument, timeframe);
            return version.bytes() <= SMALL_BYTES ? bars(version, file) : oneAtATime(version, file);
        });
    }

    /** What the file of a timeframe is called, unless it is packed. */
    static String fileName(Symbol symbol, Timeframe timeframe) {
        return symbol + (timeframe == Timeframe.DAILY ? "" : "." + timeframe.code()) + ".csv";
    }

    private CsvFile file(Path path, Instrument instrument, Timeframe timeframe) {
        var description = new CsvDescription(String.valueOf(path.getFileName()), timeframe, instrument.calendar());
        return new CsvFile(path, instrument.symbol().value(), description, clock.instant());
    }

    private Verdict oneAtATime(Version version, CsvFile file) {
        oneLarge.lock();
        try {
            return bars(version, file);
        } finally {
            oneLarge.unlock();
        }
    }

    private Verdict bars(Version version, CsvFile file) {
        var known = kept.get(version.path());
        if (known != null && known.version().equals(version)) {
            return known.bars();
        }
        if (version.bytes() > MAX_BYTES) {
            throw file.description()
                    .invalid(file.description().name() + " should have at most " + MAX_BYTES + " bytes, has "
                            + version.bytes());
        }
        var bars = file.read();
        keep(new Parsed(version, bars));
        return bars;
    }

    private void keep(Parsed file) {
        var others = kept.values().stream().mapToInt(Parsed::size).sum();
        if (others + file.size() > keptBars) {
            kept.clear();
        }
        kept.put(file.version().path(), file);
    }

    /** The file of this name, plain or packed; both together would leave open which one counts. */
    private Optional<Version> version(String name) {
        var found = Stream.of(name, name + ".gz")
                .flatMap(one -> path(one).stream())
                .flatMap(path -> version(path).stream())
                .toList();
        if (found.size() > 1) {
            throw new ServiceException(
                    FailureReason.BARS_INVALID, "one of " + name + " and " + name + ".gz is needed, found both");
        }
        return found.stream().findFirst();
    }

    /** Empty when this system has no such names. */
    private Optional<Path> path(String name) {
        try {
            var path = directory.resolve(name).normalize();
            return Optional.of(path).filter(inside -> directory.equals(inside.getParent()));
        } catch (InvalidPathException impossibleHere) {
            return Optional.empty();
        }
    }

    private Optional<Version> version(Path path) {
        try {
            var attributes = Files.readAttributes(path, BasicFileAttributes.class);
            return attributes.isRegularFile()
                    ? Optional.of(new Version(path, attributes.lastModifiedTime(), attributes.size()))
                    : Optional.empty();
        } catch (NoSuchFileException absent) {
            requireFolder(absent);
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new ServiceException(
                    FailureReason.FEED_UNAVAILABLE, path.getFileName() + " cannot be read", unreadable);
        }
    }

    private void requireFolder(IOException cause) {
        if (!Files.isDirectory(directory)) {
            throw new ServiceException(
                    FailureReason.FEED_UNAVAILABLE,
                    "candletrace.feed.csv.directory should be a folder, is none",
                    cause);
        }
    }

    private record Version(Path path, FileTime modified, long bytes) {}

    private record Parsed(Version version, Verdict bars) {
        int size() {
            return bars.bars().size();
        }
    }
}
