package io.candletrace.testing;

import io.candletrace.market.BarSeries;
import io.candletrace.market.Timeframe;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** A table of published figures; an empty cell is undefined. */
public record Vectors(List<String> columns, List<String[]> rows) {
    /** The file of this name in {@code src/test/resources/vectors}. */
    public static Vectors of(String file) {
        try (InputStream stream = Vectors.class.getResourceAsStream("/vectors/" + file)) {
            var lines = new String(Objects.requireNonNull(stream, file).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            var rows = lines.stream().skip(1).map(line -> line.split(",", -1)).toList();
            return new Vectors(Arrays.asList(lines.getFirst().split(",")), rows);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A column of numbers; NaN where it is undefined. */
    public double[] column(String name) {
        var index = columns.indexOf(name);
        return rows.stream()
                .map(row -> row[index])
                .mapToDouble(cell -> cell.isEmpty() ? Double.NaN : Double.parseDouble(cell))
                .toArray();
    }

    /** Bars that are their closes. */
    public BarSeries closes() {
        return SampleBars.ofCloses(column("close"));
    }

    /** Daily bars. */
    public BarSeries bars() {
        var high = column("high");
        var low = column("low");
        var close = column("close");
        var volume = column("volume");
        var bars = IntStream.range(0, rows.size())
                .mapToObj(i -> SampleBars.bar(
                        LocalDate.parse(rows.get(i)[0]), column("open")[i], high[i], low[i], close[i], volume[i]))
                .toList();
        return SampleBars.of(SampleBars.instrument(), Timeframe.DAILY, bars);
    }
}
