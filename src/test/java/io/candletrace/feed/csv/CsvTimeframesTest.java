package io.candletrace.feed.csv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.feed.BarBatch;
import io.candletrace.feed.BarRange;
import io.candletrace.feed.Fetching;
import io.candletrace.market.Bar;
import io.candletrace.market.Finding;
import io.candletrace.market.FindingCode;
import io.candletrace.market.Symbol;
import io.candletrace.market.Timeframe;
import io.candletrace.testing.FeedSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvTimeframesTest {
    private static final Instant NOW = Instant.parse("2021-03-31T22:00:00Z");

    /** A day of New York's half hours, each opening where the last one closed. */
    private static final String HALF_HOURS = """
            time,open,high,low,close,volume
            2021-03-31 09:30,1,3,1,2,10
            2021-03-31 10:00,2,4,2,3,10
            2021-03-31 10:30,3,5,3,4,10
            2021-03-31 11:00,4,6,4,5,10
            2021-03-31 11:30,5,7,5,6,10
            2021-03-31 12:00,6,8,6,7,10
            2021-03-31 12:30,7,9,7,8,10
            2021-03-31 13:00,8,10,8,9,10
            2021-03-31 13:30,9,11,9,10,10
            2021-03-31 14:00,10,12,10,11,10
            2021-03-31 14:30,11,13,11,12,10
            2021-03-31 15:00,12,14,12,13,10
            2021-03-31 15:30,13,15,13,14,10
            """;

    private static final String DAY = "date,open,high,low,close,volume\n2021-03-31,1,15,1,14,130\n";

    @TempDir
    private Path folder;

    @Test
    void readsTheFileOfATimeframe() throws IOException {
        // Given
        write("SPY.csv", DAY);
        write("SPY.30m.csv", HALF_HOURS);

        // When
        var series = Fetching.series(source(), "SPY", Timeframe.THIRTY_MINUTES, NOW, 2);

        // Then
        assertThat(series.bars())
                .extracting(Bar::opensAt)
                .containsExactly(Instant.parse("2021-03-31T19:00:00Z"), Instant.parse("2021-03-31T19:30:00Z"));
        assertThat(series.last().close()).isEqualByComparingTo("14");
    }

    @ParameterizedTest
    @CsvSource({"1h, 7, 13, 10", "4h, 2, 9, 50"})
    void makesLongerBarsOfHalfHours_whenTheyHaveNoFile(String code, int bars, int open, int volume) throws IOException {
        // Given
        write("SPY.30m.csv", HALF_HOURS);

        // When
        var series = Fetching.series(source(), "SPY", Timeframe.ofCode(code).orElseThrow(), NOW, bars);

        // Then
        assertThat(series.bars()).hasSize(bars);
        assertThat(series.last().open()).isEqualByComparingTo(Integer.toString(open));
        assertThat(series.last().close()).isEqualByComparingTo("14");
        assertThat(series.last().volume()).isEqualByComparingTo(Integer.toString(volume));
        assertThat(series.findings()).isEmpty();
    }

    @Test
    void prefersTheFileOfATimeframe_toMakingIt() throws IOException {
        // Given
        write("SPY.30m.csv", HALF_HOURS);
        write("SPY.1h.csv", "time,open,high,low,close\n2021-03-31 15:30,100,100,100,100\n");

        // When
        var series = Fetching.series(source(), "SPY", Timeframe.ONE_HOUR, NOW, 1);

        // Then
        assertThat(series.last().close()).isEqualByComparingTo("100");
    }

    @Test
    void saysWhatWasOddAboutThePartsOfABar() throws IOException {
        // Given
        write("SPY.30m.csv", HALF_HOURS.replace("2021-03-31 12:00,6,8,6,7,10\n", "2021-03-31 11:30,5,7,5,6,10\n"));

        // When
        var batch = fetch(Timeframe.ONE_HOUR, "2021-03-31T13:30:00Z", "2021-03-31T20:00:00Z");

        // Then
        assertThat(batch.bars()).hasSize(7);
        assertThat(batch.findings())
                .extracting(Finding::code, Finding::opensAt)
                .containsExactly(
                        tuple(FindingCode.DUPLICATE, Optional.of(Instant.parse("2021-03-31T15:30:00Z"))),
                        tuple(FindingCode.GAP, Optional.of(Instant.parse("2021-03-31T16:30:00Z"))));
        assertThat(batch.findings()).extracting(Finding::detail).allMatch(detail -> detail.startsWith("30m bars: "));
    }

    @ParameterizedTest
    @CsvSource({"2021-03-31T13:30:00Z, 1", "2021-03-31T16:00:00Z, 0"})
    void answersWhatWasOddAboutItsRange_only(String from, int findings) throws IOException {
        // Given
        write("SPY.30m.csv", HALF_HOURS + "2021-03-31 09:30,1,3,1,2,10\n");

        // When
        var batch = fetch(Timeframe.THIRTY_MINUTES, from, "2021-03-31T20:00:00Z");

        // Then
        assertThat(batch.findings())
                .filteredOn(finding -> finding.code() == FindingCode.DUPLICATE)
                .hasSize(findings);
    }

    @Test
    void makesNoDaysOfHalfHours() throws IOException {
        write("SPY.30m.csv", HALF_HOURS);

        var failure = catchThrowableOfType(
                ServiceException.class, () -> Fetching.series(source(), "SPY", Timeframe.DAILY, NOW, 1));

        assertThat(failure.reason()).isEqualTo(FailureReason.UNKNOWN_SYMBOL);
    }

    @Test
    void saysWhichFilesWouldDo() throws IOException {
        write("SPY.csv", DAY);

        var failure = catchThrowableOfType(
                ServiceException.class, () -> Fetching.series(source(), "SPY", Timeframe.ONE_HOUR, NOW, 1));

        assertThat(failure.reason()).isEqualTo(FailureReason.UNKNOWN_SYMBOL);
        assertThat(failure.detail())
                .isEqualTo(
                        "the CSV folder should have a file SPY.1h.csv or SPY.1h.csv.gz or SPY.30m.csv or SPY.15m.csv or "
                                + "SPY.5m.csv or SPY.1m.csv, has none");
    }

    @ParameterizedTest
    @CsvSource({"SPY.csv.gz, 1d", "SPY.30m.csv.gz, 30m", "SPY.30m.csv.gz, 1h"})
    void readsPackedFiles(String name, String timeframe) throws IOException {
        // Given
        writePacked(name, name.equals("SPY.csv.gz") ? DAY : HALF_HOURS);

        // When
        var series =
                Fetching.series(source(), "SPY", Timeframe.ofCode(timeframe).orElseThrow(), NOW, 1);

        // Then
        assertThat(series.last().close()).isEqualByComparingTo("14");
    }

    @Test
    void refusesAFileThatIsThereTwice() throws IOException {
        // Given
        write("SPY.csv", DAY);
        writePacked("SPY.csv.gz", DAY);

        // When
        var failure = catchThrowableOfType(
                ServiceException.class, () -> Fetching.series(source(), "SPY", Timeframe.DAILY, NOW, 1));

        // Then
        assertThat(failure.reason()).isEqualTo(FailureReason.BARS_INVALID);
        assertThat(failure.detail()).isEqualTo("one of SPY.csv and SPY.csv.gz is needed, found both");
    }

    @Test
    void knowsTheLatestCloseOfASymbolWithoutDays() throws IOException {
        // Given
        write("SPY.30m.csv", HALF_HOURS);
        var source = source();

        // When
        var latest =
                source.latestClose(source.instrument(new Symbol("SPY"))).await().indefinitely();

        // Then
        assertThat(latest).contains(Instant.parse("2021-03-31T20:00:00Z"));
    }

    private BarBatch fetch(Timeframe timeframe, String from, String to) {
        var source = source();
        var instrument = source.instrument(new Symbol("SPY"));
        return source.fetch(new BarRange(instrument, timeframe, Instant.parse(from), Instant.parse(to)))
                .await()
                .indefinitely();
    }

    private CsvBarSource source() {
        return new CsvBarSource(FeedSettings.files(folder), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private void write(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content);
    }

    private void writePacked(String name, String content) throws IOException {
        try (var packed = new GZIPOutputStream(Files.newOutputStream(folder.resolve(name)))) {
            packed.write(content.getBytes(UTF_8));
        }
    }
}
