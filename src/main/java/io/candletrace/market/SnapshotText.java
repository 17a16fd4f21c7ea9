package io.candletrace.market;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Version 2 of the snapshot's canonical form, which says all of the instrument that a picture shows. It never changes: a new
 * form is a new version with a class of its own.
 */
final class SnapshotText {
    private static final String FORMAT = "candletrace-bars 2";
    private static final List<String> KEYS = List.of(
            "symbol", "exchange", "conid", "currency", "calendar", "tick", "timeframe", "source", "adjustment", "bars");
    private static final String NO_CONID = "-";
    private static final int HEADER_LINES = KEYS.size() + 1;
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

    BarSeries read(Instant asOf, List<Finding> findings) {
        try {
            var bars = IntStream.range(HEADER_LINES, lines.size())
                    .mapToObj(this::bar)
                    .toList();
            var series = new BarSeries(instrument(), timeframe(), value("source"), adjustment(), asOf, bars, findings);
            requireSame(header(series).toList());
            return series;
        } catch (ArithmeticException | NumberFormatException malformed) {
            throw new IllegalArgumentException("the header is not of a snapshot: " + malformed.getMessage(), malformed);
        }
    }

    private static Stream<String> header(BarSeries series) {
        var instrument = series.instrument();
        var conid = instrument.conid();
        var values = List.of(
                instrument.symbol().value(),
                instrument.exchange(),
                conid.isPresent() ? Long.toString(conid.getAsLong()) : NO_CONID,
                instrument.currency(),
                instrument.calendar().id(),
                instrument.tickSize().stripTrailingZeros().toPlainString(),
                series.timeframe().code(),
                series.source(),
                series.adjustment().code(),
                Integer.toString(series.size()));
        return Stream.concat(
                Stream.of(FORMAT),
                IntStream.range(0, KEYS.size()).mapToObj(index -> KEYS.get(index) + " " + values.get(index)));
    }

    private static String line(Bar bar) {
        return Stream.of(bar.open(), bar.high(), bar.low(), bar.close(), bar.volume())
                .map(BigDecimal::toPlainString)
                .collect(Collectors.joining(
                        " ", bar.sessionDate() + " " + bar.opensAt() + " " + bar.closesAt() + " ", ""));
    }

    private Instrument instrument() {
        var conid = value("conid");
        return new Instrument(
                new Symbol(value("symbol")),
                value("exchange"),
                conid.equals(NO_CONID) ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(conid)),
                value("currency"),
                found("calendar", TradingCalendars.named(value("calendar"))),
                new BigDecimal(value("tick")),
                Optional.empty());
    }

    private Timeframe timeframe() {
        return found("timeframe", Timeframe.ofCode(value("timeframe")));
    }

    private Adjustment adjustment() {
        return found("adjustment", Adjustment.ofCode(value("adjustment")));
    }

    private <T> T found(String key, Optional<T> value) {
        return value.orElseThrow(() -> wrong(KEYS.indexOf(key) + 1));
    }

    private void requireSame(List<String> header) {
        for (int index = 0; index < HEADER_LINES; index++) {
            if (!header.get(index).equals(lines.get(index))) {
                throw new IllegalArgumentException("line " + (index + 1) + " should be '" + header.get(index)
                        + "', is '" + lines.get(index) + "'");
            }
        }
    }

    private String value(String key) {
        int index = KEYS.indexOf(key) + 1;
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
