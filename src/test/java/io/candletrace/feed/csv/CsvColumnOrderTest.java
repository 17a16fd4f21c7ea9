package io.candletrace.feed.csv;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.candletrace.feed.csv.CsvRow.Read;
import io.candletrace.inspection.Admission;
import io.candletrace.inspection.Candidate;
import io.candletrace.market.Bar;
import io.candletrace.market.Timeframe;
import io.candletrace.market.TradingCalendars;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class CsvColumnOrderTest {
    private static final List<String> COLUMNS =
            List.of("Date", "Open", "High", "Low", "Close", "Adj Close", "Volume", "");

    private static final List<Map<String, String>> ROWS = Stream.of(29, 30, 31)
            .map(day -> Map.of(
                    "Date", "2021-03-" + day,
                    "Open", day + ".25",
                    "High", day + ".75",
                    "Low", day + ".1",
                    "Close", day + ".5",
                    "Adj Close", "1",
                    "Volume", day + "000",
                    "", "x"))
            .toList();

    private static final List<Bar> BARS = bars(file(COLUMNS, ",", "\n"));

    @Property(tries = 200)
    void anyOrderAndCase_givesTheSameBars(@ForAll Random random) {
        // Given
        var columns = new ArrayList<>(COLUMNS);
        Collections.shuffle(columns, random);
        var separator = List.of(",", ";", "\t").get(random.nextInt(3));
        var lineEnd = List.of("\n", "\r\n", "\r").get(random.nextInt(3));

        // When
        var bars = bars(anyCase(file(columns, separator, lineEnd), random));

        // Then
        assertThat(bars).hasSize(3).isEqualTo(BARS);
    }

    private static String file(List<String> columns, String separator, String lineEnd) {
        var rows = ROWS.stream().map(row -> columns.stream().map(row::get).collect(joining(separator)));
        return Stream.concat(Stream.of(String.join(separator, columns)), rows).collect(joining(lineEnd));
    }

    private static String anyCase(String file, Random random) {
        return file.chars()
                .mapToObj(Character::toString)
                .map(letter -> random.nextBoolean() ? letter.toUpperCase(Locale.ROOT) : letter.toLowerCase(Locale.ROOT))
                .collect(joining());
    }

    private static List<Bar> bars(String file) {
        var rows = CsvRows.open(
                new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)),
                new CsvDescription("", Timeframe.DAILY, TradingCalendars.XNYS));
        var candidates = new ArrayList<Candidate>();
        rows.forEachRemaining(row -> candidates.add(((Read) row).candidate()));
        return new Admission(TradingCalendars.XNYS, Timeframe.DAILY, Instant.parse("2021-04-01T00:00:00Z"))
                .judge(candidates)
                .bars();
    }
}
