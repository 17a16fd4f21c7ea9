package io.candletrace.testing;

import io.candletrace.market.Session;
import io.candletrace.market.Timeframe;
import io.candletrace.market.TradingCalendars;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Folders of daily bars: the shared real ones where they are, else ones written here. */
public final class CsvBars {
    private static final Path SHARED = Path.of("..", "shared", "data", "bars").toAbsolutePath();
    private static final int SESSIONS = 2_000;

    private CsvBars() {}

    /** A folder that has these symbols. */
    public static Path folder(List<String> symbols) {
        if (symbols.stream().allMatch(symbol -> Files.isReadable(SHARED.resolve(symbol + ".csv")))) {
            return SHARED;
        }
        var folder = Path.of("target", "bars").toAbsolutePath();
        symbols.forEach(symbol -> write(folder, symbol));
        return folder;
    }

    private static void write(Path folder, String symbol) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(symbol + ".csv"), lines(symbol.hashCode() % 7));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String lines(int phase) {
        var calendar = TradingCalendars.named("XNYS").orElseThrow();
        var first = calendar.period(Timeframe.DAILY, java.time.LocalDate.of(2013, 3, 28))
                .orElseThrow();
        var sessions = Stream.iterate(first, session -> calendar.following(Timeframe.DAILY, session.date()))
                .limit(SESSIONS)
                .toList();
        return IntStream.range(0, SESSIONS)
                .mapToObj(day -> line(sessions.get(day), 100 + 20 * Math.sin((day + phase) / 60.0) + day / 50.0))
                .collect(Collectors.joining("\n", "date,open,high,low,close,volume\n", "\n"));
    }

    private static String line(Session session, double price) {
        return String.format(
                Locale.ROOT,
                "%s,%.2f,%.2f,%.2f,%.2f,%d",
                session.date(),
                price,
                price * 1.01,
                price * 0.99,
                price * 1.002,
                1_000_000);
    }
}
