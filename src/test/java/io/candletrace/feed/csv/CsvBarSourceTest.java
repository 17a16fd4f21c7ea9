package io.candletrace.feed.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.feed.Fetching;
import io.candletrace.market.Bar;
import io.candletrace.market.BarSeries;
import io.candletrace.market.Finding;
import io.candletrace.market.FindingCode;
import io.candletrace.market.Symbol;
import io.candletrace.market.Timeframe;
import io.candletrace.market.TradingCalendars;
import io.candletrace.testing.FeedSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvBarSourceTest {
    private static final Instant NOW = Instant.parse("2021-03-31T22:00:00Z");
    private static final String HEADER = "date,open,high,low,close,volume\n";
    private static final String THREE_DAYS = """
            2021-03-29,10,12,9,11,100
            2021-03-30,11,13,10.5,12.50,200
            2021-03-31,12,12.25,11,11.75,300
            """;

    @TempDir
    private Path folder;

    @Test
    void answersTheNewestBars_oldestFirst() throws IOException {
        // Given
        write("SPY", HEADER + THREE_DAYS);

        // When
        var series = fetch("SPY", Timeframe.DAILY, NOW, 2);

        // Then
        assertThat(series.source()).isEqualTo("csv");
        assertThat(dates(series)).containsExactly("2021-03-30", "2021-03-31");
        assertThat(series.last().closesAt()).isEqualTo(Instant.parse("2021-03-31T20:00:00Z"));
        assertThat(series.last().close()).isEqualByComparingTo("11.75");
        assertThat(series.findings()).isEmpty();
    }

    @Test
    void answersOnlyBarsThatHadClosed() throws IOException {
        // Given
        write("SPY", HEADER + THREE_DAYS);

        // When
        var series = fetch("SPY", Timeframe.DAILY, Instant.parse("2021-03-31T19:59:59Z"), 10);

        // Then
        assertThat(dates(series)).containsExactly("2021-03-29", "2021-03-30");
    }

    @Test
    void refuses_whenTheBarThatShouldBeLastIsMissing() throws IOException {
        // Given
        write("SPY", HEADER + "2021-03-29,10,12,9,11,100\n");

        // When
        var failure = failure("SPY", Timeframe.DAILY);

        // Then
        assertThat(failure.reason()).isEqualTo(FailureReason.BAR_NOT_AVAILABLE);
        assertThat(failure.detail())
                .isEqualTo(
                        "as of 2021-03-31T22:00:00Z the last 1d bar of SPY should be the one of 2021-03-31, closed at "
                                + "2021-03-31T20:00:00Z, but csv has 1d bars from 2021-03-29 to 2021-03-29");
    }

    @Test
    void saysWhichFileIsMissing() {
        // When
        var failure = failure("NOPE", Timeframe.DAILY);

        // Then
        assertThat(failure.reason()).isEqualTo(FailureReason.UNKNOWN_SYMBOL);
        assertThat(failure.detail()).isEqualTo("the CSV folder should have a file NOPE.csv or NOPE.csv.gz, has none");
    }

    @Test
    void saysThatTheFolderIsMissing() {
        // Given
        var source = new CsvBarSource(FeedSettings.files(folder.resolve("gone")), clock());

        // When
        var failure = catchThrowableOfType(
                ServiceException.class, () -> Fetching.series(source, "SPY", Timeframe.DAILY, NOW, 10));

        // Then
        assertThat(failure.reason()).isEqualTo(FailureReason.FEED_UNAVAILABLE);
        assertThat(failure.detail()).contains("candletrace.feed.csv.directory");
    }

    @Test
    void doesNotStartWithoutAFolder() {
        assertThatThrownBy(() -> new CsvBarSource(FeedSettings.seeded(1), clock()))
                .isInstanceOf(ServiceException.class)
                .hasMessage("candletrace.feed.source=csv needs candletrace.feed.csv.directory, which is not set");
    }

    @Test
    void reportsWhatIsOdd_andAnswersAllTheSame() throws IOException {
        // Given
        write("SPY", HEADER + """
                        2021-03-23,1,1,1,1,1
                        2021-03-26,10,12,9,11,100
                        2021-03-29,8.50,12,9,11,100
                        2021-03-31,12,12.25,11,11.75,300
                        """);

        // When
        var series = fetch("SPY", Timeframe.DAILY, NOW, 7);

        // Then
        assertThat(series.findings())
                .containsExactly(
                        Finding.of(
                                FindingCode.OHLC_INCONSISTENT,
                                LocalDate.of(2021, 3, 29),
                                "open and close should be from low 9 to high 12, were 8.5 and 11"),
                        Finding.of(
                                FindingCode.GAP,
                                LocalDate.of(2021, 3, 26),
                                "2 sessions are missing, 2021-03-24 to 2021-03-25"),
                        Finding.of(FindingCode.GAP, LocalDate.of(2021, 3, 31), "the session of 2021-03-30 is missing"));
    }

    @Test
    void reportsNothingOddBeforeTheUsedRange() throws IOException {
        // Given
        write("SPY", HEADER + "2021-03-01,9,1,1,1,1\n" + THREE_DAYS);

        // When
        var series = fetch("SPY", Timeframe.DAILY, NOW, 3);

        // Then
        assertThat(series.findings()).isEmpty();
    }

    @Test
    void reportsAGapInsideAWeekWithThatWeek() throws IOException {
        // Given
        write(
                "SPY",
                HEADER
                        + days(
                                "2021-03-15",
                                "2021-03-16",
                                "2021-03-18",
                                "2021-03-19",
                                "2021-03-22",
                                "2021-03-23",
                                "2021-03-24",
                                "2021-03-25",
                                "2021-03-26"));

        // When
        var series = fetch("SPY", Timeframe.WEEKLY, NOW, 10);

        // Then
        assertThat(dates(series)).containsExactly("2021-03-15", "2021-03-22");
        assertThat(series.findings())
                .containsExactly(
                        Finding.of(FindingCode.GAP, LocalDate.of(2021, 3, 15), "the session of 2021-03-17 is missing"));
    }

    @Test
    void takesWeekendsFromASymbolThatAlwaysTrades() throws IOException {
        // Given
        write("BTC-USD", HEADER + "2021-03-27,1,1,1,1,0.5\n2021-03-28,1,1,1,1,0.25\n");
        var settings = new FeedSettings(Optional.of(folder), Map.of("BTC-USD", TradingCalendars.ALWAYS_OPEN), 1);
        var source = new CsvBarSource(settings, clock());

        // When
        var series = Fetching.series(source, "BTC-USD", Timeframe.DAILY, Instant.parse("2021-03-29T12:00:00Z"), 10);

        // Then
        assertThat(series.last().closesAt()).isEqualTo(Instant.parse("2021-03-29T00:00:00Z"));
    }

    @Test
    void seesThatAFileHasChanged() throws IOException {
        // Given
        var source = source();
        write("SPY", HEADER + THREE_DAYS);
        Fetching.series(source, "SPY", Timeframe.DAILY, NOW, 10);

        // When
        write("SPY", HEADER + THREE_DAYS.replace("11.75", "11.80"));
        Files.setLastModifiedTime(folder.resolve("SPY.csv"), FileTime.from(NOW));

        // Then
        var series = Fetching.series(source, "SPY", Timeframe.DAILY, NOW, 10);
        assertThat(series.last().close()).isEqualByComparingTo("11.8");
    }

    @ParameterizedTest
    @CsvSource({"NEW, 2021-03-31T20:00:00Z", "BAD,", "NOPE,"})
    void knowsTheLatestClose_whereThereIsOne(String symbol, Instant expected) throws IOException {
        // Given
        write("NEW", HEADER + THREE_DAYS);
        write("BAD", "nonsense");
        var source = source();

        // When
        var latest = source.latestClose(source.instrument(new Symbol(symbol)))
                .await()
                .indefinitely();

        // Then
        assertThat(latest).isEqualTo(Optional.ofNullable(expected));
    }

    @ParameterizedTest
    @CsvSource({"SPY, 1d, 410", "IBM, 1w, 410", "BAC, 1mo, 190"})
    void readsTheSharedBars(String symbol, String timeframe, int bars) {
        // Given
        var shared = Path.of("../shared/data/bars");
        assumeThat(shared).isDirectory();
        var source = new CsvBarSource(FeedSettings.files(shared), clock());

        // When
        var series = Fetching.series(source, symbol, Timeframe.ofCode(timeframe).orElseThrow(), NOW, bars);

        // Then
        assertThat(series.size()).isEqualTo(bars);
        assertThat(series.findings()).noneMatch(finding -> finding.code() == FindingCode.GAP);
    }

    private CsvBarSource source() {
        return new CsvBarSource(FeedSettings.files(folder), clock());
    }

    private BarSeries fetch(String symbol, Timeframe timeframe, Instant asOf, int bars) {
        return Fetching.series(source(), symbol, timeframe, asOf, bars);
    }

    private ServiceException failure(String symbol, Timeframe timeframe) {
        return catchThrowableOfType(ServiceException.class, () -> fetch(symbol, timeframe, NOW, 10));
    }

    private static List<String> dates(BarSeries series) {
        return series.bars().stream()
                .map(Bar::sessionDate)
                .map(LocalDate::toString)
                .toList();
    }

    private static String days(String... dates) {
        return String.join(
                "",
                Stream.of(dates)
                        .map(date -> date + ",1,1,1,1," + date.substring(8) + "\n")
                        .toList());
    }

    private void write(String symbol, String content) throws IOException {
        Files.writeString(folder.resolve(symbol + ".csv"), content);
    }

    private static Clock clock() {
        return Clock.fixed(NOW, ZoneOffset.UTC);
    }
}
