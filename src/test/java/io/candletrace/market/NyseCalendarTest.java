package io.candletrace.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NyseCalendarTest {
    private static final Path SPY = Path.of("../shared/data/bars/SPY.csv");

    private final TradingCalendar calendar = new NyseCalendar();

    @Test
    void tradesOnExactlyTheDaysOfTwentyThreeYearsOfSpy() throws IOException {
        assumeThat(SPY).exists();
        // Given
        var traded = Files.readAllLines(SPY).stream()
                .skip(1)
                .map(line -> LocalDate.parse(line.substring(0, 10)))
                .toList();

        // When
        var sessions = sessions(traded.getFirst(), traded.getLast());

        // Then
        assertThat(sessions).isEqualTo(traded);
    }

    /** The exchange's own list of holidays for 2022 to 2028 (nyse.com, Holidays and Trading Hours). */
    @ParameterizedTest
    @CsvSource({
        "2022, 01-17 02-21 04-15 05-30 06-20 07-04 09-05 11-24 12-26",
        "2023, 01-02 01-16 02-20 04-07 05-29 06-19 07-04 09-04 11-23 12-25",
        "2024, 01-01 01-15 02-19 03-29 05-27 06-19 07-04 09-02 11-28 12-25",
        "2025, 01-01 01-09 01-20 02-17 04-18 05-26 06-19 07-04 09-01 11-27 12-25",
        "2026, 01-01 01-19 02-16 04-03 05-25 06-19 07-03 09-07 11-26 12-25",
        "2027, 01-01 01-18 02-15 03-26 05-31 06-18 07-05 09-06 11-25 12-24",
        "2028, 01-17 02-21 04-14 05-29 06-19 07-04 09-04 11-23 12-25"
    })
    void closesOnTheHolidaysOf(int year, String holidays) {
        // When
        var closed = weekdaysClosed(year);

        // Then
        assertThat(closed)
                .isEqualTo(Stream.of(holidays.split(" "))
                        .map(day -> LocalDate.parse(year + "-" + day))
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2001-09-11",
                "2001-09-12",
                "2001-09-13",
                "2001-09-14",
                "2004-06-11",
                "2007-01-02",
                "2012-10-29",
                "2012-10-30",
                "2018-12-05",
                "2025-01-09",
                "2020-11-26",
                "2010-12-24",
                "2015-07-03"
            })
    void isClosedOn(LocalDate date) {
        assertThat(calendar.session(date)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2010-12-31", "2021-12-31", "2027-12-31", "2021-06-18", "2001-09-10", "2001-09-17"})
    void isOpenOn(LocalDate date) {
        assertThat(calendar.session(date)).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "2001-11-23, 18:00", // Friday after Thanksgiving
        "2020-11-27, 18:00",
        "2020-12-24, 18:00",
        "1998-12-24, 18:00",
        "1999-12-31, 18:00",
        "2003-12-26, 18:00",
        "2002-07-05, 17:00", // the Friday after a Thursday's July 4, until 2012
        "2013-07-03, 17:00", // the Wednesday before, since then
        "2012-07-03, 17:00",
        "2003-07-03, 17:00",
        "2023-07-03, 17:00"
    })
    void closesAtOneInNewYorkOn(LocalDate date, String closesAtUtc) {
        assertThat(calendar.session(date).orElseThrow().closesAt())
                .isEqualTo(Instant.parse(date + "T" + closesAtUtc + ":00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "2002-07-03, 20:00",
        "2013-07-05, 20:00",
        "2009-07-02, 20:00",
        "2008-12-26, 21:00",
        "2014-12-26, 21:00",
        "2020-12-31, 21:00"
    })
    void closesAtFourInNewYorkOn(LocalDate date, String closesAtUtc) {
        assertThat(calendar.session(date).orElseThrow().closesAt())
                .isEqualTo(Instant.parse(date + "T" + closesAtUtc + ":00Z"));
    }

    @Test
    void followsNewYorksClock_whenSummerTimeBegins() {
        assertThat(calendar.session(LocalDate.of(2021, 3, 12)))
                .contains(session("2021-03-12", "2021-03-12T14:30:00Z", "2021-03-12T21:00:00Z"));
        assertThat(calendar.session(LocalDate.of(2021, 3, 15)))
                .contains(session("2021-03-15", "2021-03-15T13:30:00Z", "2021-03-15T20:00:00Z"));
    }

    @Test
    void endsAWeekWithItsLastSession_evenWhenThatIsShort() {
        assertThat(calendar.period(Timeframe.WEEKLY, LocalDate.of(2020, 11, 26)))
                .contains(session("2020-11-23", "2020-11-23T14:30:00Z", "2020-11-27T18:00:00Z"));
    }

    @Test
    void beginsAMonthWithItsFirstSession() {
        assertThat(calendar.period(Timeframe.MONTHLY, LocalDate.of(2021, 1, 31)))
                .contains(session("2021-01-04", "2021-01-04T14:30:00Z", "2021-01-29T21:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "DAILY,   2021-03-31T20:00:00Z, 2021-03-31",
        "DAILY,   2021-03-31T19:59:59Z, 2021-03-30",
        "DAILY,   2001-09-16T12:00:00Z, 2001-09-10",
        "WEEKLY,  2021-04-01T20:00:00Z, 2021-03-29", // Good Friday follows, so Thursday ends the week
        "WEEKLY,  2021-04-01T19:59:59Z, 2021-03-22",
        "MONTHLY, 2021-03-31T20:00:00Z, 2021-03-01",
        "MONTHLY, 2021-03-31T19:59:59Z, 2021-02-01"
    })
    void knowsTheLastPeriodThatHasClosed(Timeframe timeframe, Instant asOf, LocalDate expected) {
        assertThat(calendar.lastClosed(timeframe, asOf).date()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "DAILY,   2020-11-25, 2020-11-27",
        "DAILY,   2020-11-28, 2020-11-30",
        "WEEKLY,  2021-01-13, 2021-01-19", // King Day is that week's Monday
        "MONTHLY, 2020-12-31, 2021-01-04"
    })
    void knowsThePeriodThatFollows(Timeframe timeframe, LocalDate date, LocalDate expected) {
        assertThat(calendar.following(timeframe, date).date()).isEqualTo(expected);
    }

    private List<LocalDate> sessions(LocalDate first, LocalDate last) {
        return first.datesUntil(last.plusDays(1))
                .filter(date -> calendar.session(date).isPresent())
                .toList();
    }

    private List<LocalDate> weekdaysClosed(int year) {
        return LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(date -> date.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0)
                .filter(date -> calendar.session(date).isEmpty())
                .toList();
    }

    private static Session session(String date, String opensAt, String closesAt) {
        return new Session(LocalDate.parse(date), Instant.parse(opensAt), Instant.parse(closesAt));
    }
}
