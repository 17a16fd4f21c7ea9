package io.candletrace.market;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Version 1 of the snapshot's canonical form. It never changes: a new form is a new version with a class of its own. */
final class SnapshotText {
    private static final String FORMAT = "candletrace-bars 1";
    private static final int HEADER_LINES = 8;
    private static final int FIELDS = 8;

    private final List<String> lines;

    SnapshotText(String text) {
        lines = text.lines().toList();
        if (!text.startsWith(FORMAT + "\n") || !text.endsWith("\n") || lines.size() <= HEADER_LINES) {
            throw new IllegalArgumentException(
                    "a snapshot is '" + FORMAT + "', its header and at least one bar, was " + lines.size() + " lines");
        }
    }

    static String write(BarSeries series) {
        return Stream.concat(header(series), series.bars().stream().map(SnapshotText::line))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    BarSeries read(Instrument instrument, Instant asOf, List<Finding> findings) {
        var timeframe = Timeframe.ofCode(value("timeframe", 4)).orElseThrow(() -> wrong(4));
        var adjustment = Stream.of(Adjustment.values())
                .filter(candidate -> candidate.code().equals(value("adjustment", 6)))
                .findFirst()
                .orElseThrow(() -> wrong(6));
        var bars =
                IntStream.range(HEADER_LINES, lines.size()).mapToObj(this::bar).toList();
        var series = new BarSeries(instrument, timeframe, value("source", 5), adjustment, asOf, bars, findings);
        requireSame(header(series).toList());
        return series;
    }

    private static Stream<String> header(BarSeries series) {
        var instrument = series.instrument();
        return Stream.of(
                FORMAT,
                "symbol " + instrument.symbol(),
                "exchange " + instrument.exchange(),
                "calendar " + instrument.calendar().id(),
                "timeframe " + series.timeframe().code(),
                "source " + series.source(),
                "adjustment " + series.adjustment().code(),
                "bars " + series.size());
    }

    private static String line(Bar bar) {
        return Stream.of(bar.open(), bar.high(), bar.low(), bar.close(), bar.volume())
                .map(BigDecimal::toPlainString)
                .collect(Collectors.joining(
                        " ", bar.sessionDate() + " " + bar.opensAt() + " " + bar.closesAt() + " ", ""));
    }

    private void requireSame(List<String> header) {
        for (int index = 0; index < HEADER_LINES; index++) {
            if (!header.get(index).equals(lines.get(index))) {
                throw new IllegalArgumentException("line " + (index + 1) + " should be '" + header.get(index)
                        + "', is '" + lines.get(index) + "'");
            }
        }
    }

    private String value(String key, int index) {
        var line = lines.get(index);
        if (!line.startsWith(key + " ")) {
            throw wrong(index);
        }
        return line.substring(key.length() + 1);
    }

    private Bar bar(int index) {
        var fields = lines.get(index).split(" ", -1);
        if (fields.length != FIELDS) {
            throw wrong(index);
        }
        try {
            return new Bar(
                    LocalDate.parse(fields[0]),
                    Instant.parse(fields[1]),
                    Instant.parse(fields[2]),
                    new BigDecimal(fields[3]),
                    new BigDecimal(fields[4]),
                    new BigDecimal(fields[5]),
                    new BigDecimal(fields[6]),
                    new BigDecimal(fields[7]));
        } catch (DateTimeException | IllegalArgumentException malformed) {
            throw new IllegalArgumentException(wrong(index).getMessage(), malformed);
        }
    }

    private IllegalArgumentException wrong(int index) {
        return new IllegalArgumentException(
                "line " + (index + 1) + " is not of a snapshot: '" + lines.get(index) + "'");
    }
}
