package io.candletrace.feed.csv;

import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.feed.BarBatch;
import io.candletrace.feed.BarRange;
import io.candletrace.inspection.SeriesInspection;
import io.candletrace.inspection.Verdict;
import io.candletrace.market.Bar;
import io.candletrace.market.BarAggregation;
import io.candletrace.market.Finding;
import io.candletrace.market.FindingCode;
import io.candletrace.market.Instrument;
import io.candletrace.market.Timeframe;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the folder has of a range: the bars of the timeframe's own file, or for an intraday one those made of the file with the
 * longest shorter bars.
 */
record CsvBatches(CsvFolder folder) {
    /** What cannot be seen any more once the parts are one bar. */
    private static final Set<FindingCode> HIDDEN = Set.of(FindingCode.GAP, FindingCode.OHLC_INCONSISTENT);

    /** Fails with {@code UNKNOWN_SYMBOL} when there is no file to take from, and as {@link CsvFolder#bars} does. */
    BarBatch batch(BarRange range) {
        return own(range)
                .or(() -> parts(range.timeframe())
                        .flatMap(part -> made(range, part).stream())
                        .findFirst())
                .orElseThrow(() -> unknown(range));
    }

    /** The bars of the first file there is, the one of days before those of shorter bars; empty when there is none. */
    List<Bar> longest(Instrument instrument) {
        return Stream.concat(Stream.of(Timeframe.DAILY), shorter(Timeframe.DAILY))
                .flatMap(timeframe -> folder.bars(instrument, timeframe).stream())
                .findFirst()
                .map(Verdict::bars)
                .orElse(List.of());
    }

    private Optional<BarBatch> own(BarRange range) {
        return folder.bars(range.instrument(), range.timeframe()).map(file -> part(range, file));
    }

    private Optional<BarBatch> made(BarRange range, Timeframe part) {
        return folder.bars(range.instrument(), part).map(file -> made(range, part, part(range, file)));
    }

    private BarBatch made(BarRange range, Timeframe part, BarBatch parts) {
        var calendar = range.instrument().calendar();
        var bars = BarAggregation.aggregate(parts.bars(), range.timeframe(), calendar, range.to());
        var odd = new SeriesInspection(calendar, part, parts.bars()).findings();
        var byTime =
                bars.stream().collect(Collectors.toMap(Bar::opensAt, bar -> bar, (one, same) -> one, TreeMap::new));
        return new BarBatch(
                bars,
                Stream.concat(
                                parts.findings().stream(),
                                odd.stream().filter(finding -> HIDDEN.contains(finding.code())))
                        .flatMap(finding -> about(finding, byTime).stream()
                                .map(bar -> of(part, finding.about(bar, range.timeframe()))))
                        .toList());
    }

    /** A finding about a part of a bar is about that bar. */
    private static Optional<Bar> about(Finding finding, NavigableMap<Instant, Bar> bars) {
        return finding.opensAt()
                .flatMap(time -> Optional.ofNullable(bars.floorEntry(time)))
                .map(Map.Entry::getValue);
    }

    /** Says which bars it speaks of: they are not those that it is about. */
    private static Finding of(Timeframe part, Finding finding) {
        return new Finding(
                finding.code(),
                finding.severity(),
                finding.sessionDate(),
                finding.opensAt(),
                part.code() + " bars: " + finding.detail());
    }

    private static BarBatch part(BarRange range, Verdict file) {
        var bars = file.bars().stream().filter(range::contains).toList();
        var times = bars.stream().map(Bar::opensAt).collect(Collectors.toSet());
        var dates = bars.stream().map(Bar::sessionDate).collect(Collectors.toSet());
        return new BarBatch(
                bars,
                file.findings().stream()
                        .filter(finding -> finding.opensAt()
                                .map(times::contains)
                                .orElseGet(() -> dates.contains(finding.sessionDate())))
                        .toList());
    }

    /** What a bar may be made of, from long to short. A day is not: its official prices are not those of its minutes. */
    private static Stream<Timeframe> parts(Timeframe timeframe) {
        return timeframe.intraday() ? shorter(timeframe) : Stream.empty();
    }

    /** Intraday timeframes below one, from long to short. */
    private static Stream<Timeframe> shorter(Timeframe timeframe) {
        return Arrays.stream(Timeframe.values())
                .filter(part -> part.intraday() && part.compareTo(timeframe) < 0)
                .sorted(Comparator.reverseOrder());
    }

    private static ServiceException unknown(BarRange range) {
        var symbol = range.instrument().symbol();
        var name = CsvFolder.fileName(symbol, range.timeframe());
        var names = Stream.concat(
                        Stream.of(name, name + ".gz"),
                        parts(range.timeframe()).map(part -> CsvFolder.fileName(symbol, part)))
                .toList();
        return new ServiceException(
                FailureReason.UNKNOWN_SYMBOL,
                "the CSV folder should have a file " + String.join(" or ", names) + ", has none");
    }
}
