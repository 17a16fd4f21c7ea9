package io.candletrace.feed.csv;

import static io.candletrace.market.TradingCalendars.ALWAYS_OPEN;
import static io.candletrace.market.TradingCalendars.XNYS;
import static org.assertj.core.api.Assertions.assertThat;

import io.candletrace.inspection.Candidate.Opening;
import io.candletrace.market.Timeframe;
import io.candletrace.market.TradingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTimeTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2020-01-02",
                "20200102",
                "2020/01/02",
                "2020/1/2",
                "2020.01.02",
                "2020-01-02T00:00:00",
                "2020-01-02 00:00:00.000",
                "2020-01-02 16:00",
                "2020-01-02 23:59:59",
                "20200102 000000",
                "20200102160000",
                "2020.01.02 00:00",
                // Midnight with a zone means that zone's date, for a New York symbol too
                "2020-01-02T00:00:00Z",
                "2020-01-02 00:00:00+00:00",
                "2020-01-02 00:00:00 UTC",
                "2020-01-02T00:00:00-05:00",
                "1577923200",
                "1577923200.0",
                // Every other moment is of the date in New York
                "2020-01-02T21:00:00Z",
                "2020-01-02T05:00:00Z",
                "2020-01-02T16:00:00-0500",
                "2020-01-03T02:00:00Z",
                "1577975400",
                "1577975400000",
                "1577975400000000",
                "1577975400000000000"
            })
    void readsTheSessionDateOfADailyRow(String text) {
        assertThat(time(Timeframe.DAILY, XNYS).opening(text)).contains(new Opening.On(LocalDate.of(2020, 1, 2)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2020-01-02",
                "2020-01-02T00:00:00Z",
                "2020-01-02T23:59:59.999Z",
                "2020-01-01T20:00:00-05:00",
                "1577923200000",
                "1578009599999"
            })
    void readsTheUtcDateOfADailyRow_whenTheMarketNeverCloses(String text) {
        assertThat(time(Timeframe.DAILY, ALWAYS_OPEN).opening(text)).contains(new Opening.On(LocalDate.of(2020, 1, 2)));
    }

    @ParameterizedTest
    @CsvSource({
        "2020-01-02T09:30:00, XNYS, 2020-01-02T14:30:00Z",
        "2020-01-02 9:30, XNYS, 2020-01-02T14:30:00Z",
        "20200102 093000, XNYS, 2020-01-02T14:30:00Z",
        "20200102  09:30:00, XNYS, 2020-01-02T14:30:00Z",
        "20200102093000, XNYS, 2020-01-02T14:30:00Z",
        "2020-07-02 09:30, XNYS, 2020-07-02T13:30:00Z",
        "2020-01-02T14:30:00Z, XNYS, 2020-01-02T14:30:00Z",
        "2020-01-02T15:30:00+01, XNYS, 2020-01-02T14:30:00Z",
        "2020-01-02T00:00:00Z, XNYS, 2020-01-02T00:00:00Z",
        "2020-01-02 00:00, 24/7, 2020-01-02T00:00:00Z",
        "883751400, XNYS, 1998-01-02T14:30:00Z",
        "883751400000, XNYS, 1998-01-02T14:30:00Z",
        "1577975400, 24/7, 2020-01-02T14:30:00Z",
        "1577975400123, 24/7, 2020-01-02T14:30:00.123Z",
        "1577975400123456, 24/7, 2020-01-02T14:30:00.123456Z",
        "1577975400123456789, 24/7, 2020-01-02T14:30:00.123456789Z",
    })
    void readsTheMomentOfAnIntradayRow(String text, String calendar, Instant moment) {
        var time = time(Timeframe.ONE_MINUTE, calendar.equals(XNYS.id()) ? XNYS : ALWAYS_OPEN);

        assertThat(time.opening(text)).contains(new Opening.At(moment));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "NaN",
                "2020-02-30",
                "2020-1",
                "2020-01-02X09:30",
                "2020-01/02",
                "20-01-02",
                "Jan 2, 2020",
                "2020-01-02 25:00",
                "2020-01-02 09:30 AM",
                "2020-01-02 09:30 EST",
                "2020-01-02T09:30:00+99:00",
                "1577975400.5",
                "-1577975400",
                "99999999999999999999",
                "9999999999999999999",
                // A date with a time, or milliseconds of 1976
                "202001020930"
            })
    void refusesToGuess(String text) {
        assertThat(time(Timeframe.DAILY, XNYS).opening(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "UNPROVED, 03/31/2021,",
        "UNPROVED, 31/03/2021,",
        "MONTH_FIRST, 03/31/2021, 2021-03-31",
        "MONTH_FIRST, 3/4/2021, 2021-03-04",
        "MONTH_FIRST, 31/03/2021,",
        "DAY_FIRST, 31.03.2021, 2021-03-31",
        "DAY_FIRST, 04-03-2021, 2021-03-04",
        "DAY_FIRST, 03/31/2021,",
        "DAY_FIRST, 04-03/2021,",
        "DAY_FIRST, 04/03/21,"
    })
    void readsDatesThatEndWithTheYear_asTheirFileProved(DayOrder order, String text, LocalDate date) {
        var read = new CsvDate(order).read(text);

        assertThat(read.isPresent()).isEqualTo(date != null);
        read.ifPresent(found -> assertThat(found).isEqualTo(date));
    }

    private static CsvTime time(Timeframe timeframe, TradingCalendar calendar) {
        return new CsvTime(timeframe, calendar.zone(), new CsvDate(DayOrder.UNPROVED));
    }
}
