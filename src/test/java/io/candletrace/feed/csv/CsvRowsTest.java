package io.candletrace.feed.csv;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.feed.csv.CsvRow.Fault;
import io.candletrace.feed.csv.CsvRow.Malformed;
import io.candletrace.feed.csv.CsvRow.Read;
import io.candletrace.inspection.Candidate.Opening;
import io.candletrace.market.Timeframe;
import io.candletrace.market.TradingCalendars;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CsvRowsTest {
    private static final CsvDescription DAYS = new CsvDescription("SPY.csv", Timeframe.DAILY, TradingCalendars.XNYS);

    private static final String HEADER = "date,open,high,low,close,volume\n";
    private static final String TWO_DAYS = HEADER + "2021-03-30,1,1,1,1,1\n2021-03-31,2,2,2,2,2\n";

    @Test
    void readsRowsInTheirOrder_withTheirLines() throws IOException {
        // When
        var rows = rows(HEADER + "2021-03-31,2,2,2,2,2\n\n,,,,,\n2021-03-30,1,1,1,1,1");

        // Then
        assertThat(rows).extracting(CsvRow::line).containsExactly(2L, 5L);
        assertThat(rows).extracting(CsvRowsTest::place).containsExactly("SPY.csv, line 2", "SPY.csv, line 5");
    }

    @ParameterizedTest
    @MethodSource
    void goesOnBehindARowWith(String row, Fault fault, String detail) throws IOException {
        // When
        var rows = rows(HEADER + row + "\n2021-03-31,2,2,2,2,2\n");

        // Then
        assertThat(rows).hasSize(2).first().isEqualTo(new Malformed(2, fault, "SPY.csv, line 2: " + detail));
        assertThat(rows).last().isInstanceOf(Read.class);
    }

    static Stream<Arguments> goesOnBehindARowWith() {
        return Stream.of(
                argumentSet("too few fields", "2021-03-30,1,1,1,1", Fault.FIELD_COUNT, "6 fields expected, found 5"),
                argumentSet("no fields", "the end", Fault.FIELD_COUNT, "6 fields expected, found 1"),
                argumentSet(
                        "thousands apart", "2021-03-30,1,1,1,1,1,000", Fault.FIELD_COUNT, "6 fields expected, found 7"),
                argumentSet(
                        "no such day",
                        "2021-02-30,1,1,1,1,1",
                        Fault.UNREADABLE_TIME,
                        "date should be like 2021-03-31, was '2021-02-30'"),
                argumentSet(
                        "a formula for a date",
                        "\"=HYPERLINK(\"\"http://x\"\",\"\"\u202Ey\"\")\",1,1,1,1,1",
                        Fault.UNREADABLE_TIME,
                        "date should be like 2021-03-31, was '=HYPERLINK(\"http://x\",\"?y\")'"));
    }

    @Test
    void saysHowATimeShouldBe_whenTheBarsAreIntraday() throws IOException {
        var minutes = new CsvDescription("", Timeframe.ONE_MINUTE, TradingCalendars.XNYS);

        var rows = rows(bytes(HEADER + "10 o'clock,1,1,1,1,1\n"), minutes);

        assertThat(rows)
                .containsExactly(new Malformed(
                        2, Fault.UNREADABLE_TIME, "line 2: time should be like 2021-03-31T09:30:00, was '10 o'clock'"));
    }

    @Test
    void readsDatesThatEndWithTheYear_asALaterRowProves() throws IOException {
        // When
        var rows = rows(HEADER + "03/04/2021,1,1,1,1,1\n03/05/2021,1,1,1,1,1\n03/15/2021,1,1,1,1,1\n");

        // Then
        assertThat(rows)
                .extracting(CsvRowsTest::opening)
                .containsExactly(on("2021-03-04"), on("2021-03-05"), on("2021-03-15"));
    }

    @Test
    void refusesADateThatContradictsTheProof() throws IOException {
        var rows = rows(HEADER + "03/15/2021,1,1,1,1,1\n16/03/2021,1,1,1,1,1\n");

        assertThat(rows).last().isInstanceOf(Malformed.class);
    }

    @Test
    void refusesDatesThatEndWithTheYear_whenNoneProvesTheOrder() {
        assertThat(failure(bytes(HEADER + "03/04/2021,1,1,1,1,1\n03/05/2021,1,1,1,1,1\n")))
                .isEqualTo(
                        "SPY.csv, line 2: a date like 2021-03-31 is needed; '03/04/2021' could be day/month or month/day, "
                                + "and no date in the next 17281 rows tells");
    }

    @Test
    void readsPackedBytes_whateverTheyAreCalled() throws IOException {
        assertThat(rows(packed(TWO_DAYS.getBytes(UTF_8)), DAYS)).isEqualTo(rows(TWO_DAYS));
    }

    @ParameterizedTest
    @MethodSource
    void refuses(InputStream bytes, String message) {
        assertThat(failure(bytes)).isEqualTo(message);
    }

    static Stream<Arguments> refuses() throws IOException {
        return Stream.of(
                argumentSet(
                        "nothing",
                        bytes(""),
                        "SPY.csv, line 1: a header that names the columns is needed, but the file is empty"),
                argumentSet(
                        "a NUL",
                        bytes(TWO_DAYS + "\0"),
                        "SPY.csv should be text, but line 4 has the byte 0, which is none"),
                argumentSet(
                        "a picture",
                        new ByteArrayInputStream(new byte[] {(byte) 0x89, 'P', 'N', 'G', 0}),
                        "SPY.csv should be UTF-8 text, but is not"),
                argumentSet(
                        "another encoding",
                        new ByteArrayInputStream("Datum,\u00D6ffnung".getBytes(ISO_8859_1)),
                        "SPY.csv should be UTF-8 text, but is not"),
                argumentSet(
                        "UTF-16",
                        new ByteArrayInputStream(TWO_DAYS.getBytes(UTF_16)),
                        "SPY.csv should be UTF-8 text, but is not"),
                argumentSet(
                        "half a gzip file",
                        cut(packed(TWO_DAYS.getBytes(UTF_8))),
                        "SPY.csv should be a whole gzip file, but is cut off"),
                argumentSet(
                        "gzip magic only",
                        new ByteArrayInputStream(new byte[] {0x1f, (byte) 0x8b, 1, 2, 3, 4, 5, 6, 7, 8, 9}),
                        "SPY.csv should be a whole gzip file, but is damaged"),
                argumentSet("a field without end", endless("x"), limits(1)),
                argumentSet("a quote without end", endless("\"2021-03-31,1,1,1,1,1\n"), limits(1)),
                argumentSet("a line without end", endless("2021-03-31,"), limits(1)),
                argumentSet(
                        "a packed field without end",
                        packed(new byte[64 << 20]),
                        "SPY.csv should be text, but line 1 has " + "the byte 0, which is none"));
    }

    @Test
    void endsOnTextWithoutEnd() throws IOException {
        try (var text = CsvText.of(endless("\n"), 1000)) {
            assertThatThrownBy(() -> text.lines().forEach(line -> {}))
                    .hasRootCauseMessage("should have at most 1000 characters, has more");
        }
    }

    private static String limits(int line) {
        return "SPY.csv cannot be read as CSV after line " + line
                + ": a field should have at most 512 characters and a line "
                + "256 fields and 4096 characters, and after a closing quote the field ends";
    }

    /** The header, and then the same again and again. */
    private static InputStream endless(String part) {
        var block = part.repeat((1 << 20) / part.length()).getBytes(UTF_8);
        return new SequenceInputStream(Collections.enumeration(Stream.concat(
                        Stream.of(bytes(HEADER)),
                        Stream.generate(() -> (InputStream) new ByteArrayInputStream(block))
                                .limit(4))
                .toList()));
    }

    private static InputStream packed(byte[] content) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(content);
        }
        return new ByteArrayInputStream(packed.toByteArray());
    }

    private static InputStream cut(InputStream packed) throws IOException {
        var all = packed.readAllBytes();
        return new ByteArrayInputStream(Arrays.copyOf(all, all.length - 12));
    }

    private static String failure(InputStream bytes) {
        var failure = catchThrowableOfType(ServiceException.class, () -> rows(bytes, DAYS));
        assertThat(failure.reason()).isEqualTo(FailureReason.BARS_INVALID);
        return failure.detail();
    }

    private static List<CsvRow> rows(String content) throws IOException {
        return rows(bytes(content), DAYS);
    }

    private static List<CsvRow> rows(InputStream bytes, CsvDescription file) throws IOException {
        try (var rows = CsvRows.open(bytes, file)) {
            var all = new ArrayList<CsvRow>();
            rows.forEachRemaining(all::add);
            return all;
        }
    }

    private static InputStream bytes(String content) {
        return new ByteArrayInputStream(content.getBytes(UTF_8));
    }

    private static Opening opening(CsvRow row) {
        return ((Read) row).candidate().opening();
    }

    private static String place(CsvRow row) {
        return ((Read) row).candidate().place();
    }

    private static Opening on(String date) {
        return new Opening.On(LocalDate.parse(date));
    }
}
