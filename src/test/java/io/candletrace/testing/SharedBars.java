package io.candletrace.testing;

import io.candletrace.market.Adjustment;
import io.candletrace.market.Bar;
import io.candletrace.market.BarSeries;
import io.candletrace.market.Instrument;
import io.candletrace.market.Symbol;
import io.candletrace.market.Timeframe;
import io.candletrace.market.TradingCalendars;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;

/** The real daily bars beside the project, where they are there. */
public final class SharedBars {
    private static final Path FOLDER = Path.of("../shared/data/bars");

    private SharedBars() {}

    /** Whether the folder is there. */
    public static boolean present() {
        return Files.isDirectory(FOLDER);
    }

    /** All daily bars of a symbol. */
    public static BarSeries daily(String symbol) {
        try (var lines = Files.lines(FOLDER.resolve(symbol + ".csv"))) {
            var bars = lines.skip(1).map(SharedBars::bar).toList();
            return series(symbol, Timeframe.DAILY, bars);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    private static BarSeries series(String symbol, Timeframe timeframe, List<Bar> bars) {
        var instrument = new Instrument(
                new Symbol(symbol), "XNYS", OptionalLong.empty(), "USD", TradingCalendars.XNYS, new BigDecimal("0.01"));
        return new BarSeries(
                instrument, timeframe, "csv", Adjustment.RAW, bars.getLast().closesAt(), bars, List.of());
    }

    private static Bar bar(String line) {
        var fields = line.split(",", -1);
        var session = TradingCalendars.XNYS.session(LocalDate.parse(fields[0])).orElseThrow();
        return new Bar(
                session.date(),
                session.opensAt(),
                session.closesAt(),
                new BigDecimal(fields[1]),
                new BigDecimal(fields[2]),
                new BigDecimal(fields[3]),
                new BigDecimal(fields[4]),
                new BigDecimal(fields[5]));
    }
}
