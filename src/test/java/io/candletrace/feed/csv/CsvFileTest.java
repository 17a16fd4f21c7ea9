package io.candletrace.feed.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.inspection.Verdict;
import io.candletrace.market.Bar;
import io.candletrace.market.Finding;
import io.candletrace.market.FindingCode;
import io.candletrace.market.Timeframe;
import io.candletrace.market.TradingCalendar;
import io.candletrace.market.TradingCalendars;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CsvFileTest {
    private static final Instant NOW = Instant.parse("2021-03-31T22:00:00Z");
    private static final String HEADER = "date,open,high,low,close,volume\n";
    private static final String HINT = "; if SPY trades every day, set candletrace.feed.calendars.SPY=24/7";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource
    void refusesAFileWith(String content, String message) throws IOException {
        // Given
        var file = file(content);

        // When
        var failure = catchThrowableOfType(ServiceException.class, file::read);

        // Then
        assertThat(failure.reason()).isEqualTo(FailureReason.BARS_INVALID);
        assertThat(failure.detail()).isEqualTo("SPY.csv, " + message);
    }

    static Stream<Arguments> refusesAFileWith() {
        return Stream.of(
                argumentSet("nothing", "", "line 1: a header that names the columns is needed, but the file is empty"),
                argumentSet("a header only", HEADER, "line 2 should be the first bar, but the file ends"),
                row("too few fields", "2021-03-31,1,1,1,1", "6 fields expected, found 5"),
                row("too many fields", "2021-03-31,1,1,1,1,1,1", "6 fields expected, found 7"),
                row("a date that is none", "2021-02-30,1,1,1,1,1", "date should be like 2021-03-31, was '2021-02-30'"),
                row("a NaN", "2021-03-31,NaN,1,1,1,1", "open should be a plain decimal number, was 'NaN'"),
                row(
                        "an infinity",
                        "2021-03-31,1,Infinity,1,1,1",
                        "high should be a plain decimal number, was 'Infinity'"),
                row(
                        "an exponent",
                        "2021-03-31,1,1,1e999999999,1,1",
                        "low should be a plain decimal number, was '1e999999999'"),
                row(
                        "a decimal comma",
                        "2021-03-31,\"1,5\",1,1,1,1",
                        "open should be a plain decimal number, was '1,5'"),
                row(
                        "thousands apart",
                        "2021-03-31,1,1,1,1,\"1,000\"",
                        "volume should be a plain decimal number, was '1,000'"),
                row("a formula", "2021-03-31,1,1,1,=1+1,1", "close should be a plain decimal number, was '=1+1'"),
                row("nothing for a number", "2021-03-31,1,1,1,,1", "close should be a plain decimal number, was ''"),
                row("a price of zero", "2021-03-31,1,1,1,0,1", "close must be positive, was 0"),
                row("a negative price", "2021-03-31,-1,1,1,1,1", "open must be positive, was -1"),
                row("a negative volume", "2021-03-31,1,1,1,1,-5", "volume must not be negative, was -5"),
                row("nine decimals", "2021-03-31,1,1,1,1.123456789,1", "close has at most 8 decimals, was 1.123456789"),
                row("a high below the low", "2021-03-31,2,1,3,2,1", "high must not be below low, was 1 < 3"),
                row("a holiday", "2021-01-18,1,1,1,1,1", "2021-01-18 is not a session of XNYS" + HINT),
                row(
                        "a bar of tomorrow",
                        "2021-04-01,1,1,1,1,1",
                        "a bar has closed, but this one closes at 2021-04-01T20:00:00Z and now is 2021-03-31T22:00:00Z"),
                argumentSet(
                        "a date with other prices",
                        HEADER + "2021-03-30,1,1,1,1,1\n2021-03-29,1,1,1,1,1\n2021-03-30,1,1,1,1,2\n",
                        "lines 2, 4: one bar a time, but 2021-03-30 comes 2 times and differs; none is taken"),
                argumentSet(
                        "more than one such row",
                        HEADER + "2021-03-30,1,1,1,1,1\n2021-03-29,1,1,1,1,-1\n2021-03-26,0,1,1,1,1\nend\n",
                        "line 5: 6 fields expected, found 1; and 2 more"));
    }

    private static Arguments row(String name, String line, String message) {
        return argumentSet(name, HEADER + line + "\n", "line 2: " + message);
    }

    @Test
    void namesTheSymbolAsTheConfigurationWantsIt() throws IOException {
        var path = file(HEADER + "2021-03-28,1,1,1,1,1\n").path();
        var file = new CsvFile(path, "BTC.X", new CsvDescription("", Timeframe.DAILY, TradingCalendars.XNYS), NOW);

        var failure = catchThrowableOfType(ServiceException.class, file::read);

        assertThat(failure.detail())
                .endsWith("if BTC.X trades every day, set candletrace.feed.calendars.\"BTC.X\"=24/7");
    }

    @ParameterizedTest
    @MethodSource
    void saysWhatATimeMeans_whenNoBarOpensThen(TradingCalendar calendar, String message) throws IOException {
        var file = file(Timeframe.THIRTY_MINUTES, calendar, HEADER + "2021-03-31T16:10,1,1,1,1,1\n");

        var failure = catchThrowableOfType(ServiceException.class, file::read);

        assertThat(failure.detail()).isEqualTo("SPY.csv, line 2: no 30m bar of " + message);
    }

    static Stream<Arguments> saysWhatATimeMeans_whenNoBarOpensThen() {
        return Stream.of(
                argumentSet(
                        "New York",
                        TradingCalendars.XNYS,
                        "XNYS opens at 2021-03-31T20:10:00Z; a time is that of its bar's open, in America/New_York unless it "
                                + "says a zone" + HINT),
                argumentSet(
                        "round the clock",
                        TradingCalendars.ALWAYS_OPEN,
                        "24/7 opens at 2021-03-31T16:10:00Z; a time is that of its bar's open, in UTC unless it says a zone"));
    }

    @Test
    void takesTheNewestFirst() throws IOException {
        var verdict = read("2021-03-31,2,2,2,2,2\n2021-03-30,1,1,1,1,1\n");

        assertThat(verdict.bars()).extracting(Bar::sessionDate).containsExactly(day(30), day(31));
        assertThat(verdict.findings()).isEmpty();
    }

    @Test
    void sortsWhatIsMixed_andSaysSo() throws IOException {
        var verdict = read("2021-03-30,1,1,1,1,1\n2021-03-29,1,1,1,1,1\n2021-03-31,2,2,2,2,2\n");

        assertThat(verdict.bars()).extracting(Bar::sessionDate).containsExactly(day(29), day(30), day(31));
        assertThat(verdict.findings()).extracting(Finding::code).containsExactly(FindingCode.OUT_OF_ORDER);
    }

    @Test
    void takesOneOfEqualRows_andSaysSo() throws IOException {
        var verdict = read("2021-03-30,1,1,1,1,1\n2021-03-30,1.00,1,1,1,1\n2021-03-31,2,2,2,2,2\n");

        assertThat(verdict.bars()).extracting(Bar::sessionDate).containsExactly(day(30), day(31));
        assertThat(verdict.findings())
                .containsExactly(Finding.of(
                        FindingCode.DUPLICATE,
                        day(30),
                        "one bar a time, but 2021-03-30 comes 2 times, always the same"));
    }

    @Test
    void refusesMoreRowsThanItMayHold() {
        // Given
        var description = new CsvDescription("SPY.csv", Timeframe.DAILY, TradingCalendars.XNYS);
        var bytes = (HEADER + "2021-03-30,1,1,1,1,1\n".repeat(3)).getBytes(StandardCharsets.UTF_8);
        var rows = new CsvCandidates(CsvRows.open(new ByteArrayInputStream(bytes), description), description, 2);

        // When
        var failure = catchThrowableOfType(ServiceException.class, () -> rows.forEachRemaining(row -> {}));

        // Then
        assertThat(failure.detail()).isEqualTo("SPY.csv should have at most 2 rows, has more");
    }

    private Verdict read(String rows) throws IOException {
        return file(HEADER + rows).read();
    }

    private CsvFile file(String content) throws IOException {
        return file(Timeframe.DAILY, TradingCalendars.XNYS, content);
    }

    private CsvFile file(Timeframe timeframe, TradingCalendar calendar, String content) throws IOException {
        var path = Files.writeString(folder.resolve("SPY.csv"), content);
        return new CsvFile(path, "SPY", new CsvDescription("SPY.csv", timeframe, calendar), NOW);
    }

    private static LocalDate day(int day) {
        return LocalDate.of(2021, 3, day);
    }
}
