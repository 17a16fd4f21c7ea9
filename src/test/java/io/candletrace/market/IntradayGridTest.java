package io.candletrace.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Times are New York's, written without a zone, and UTC's with a Z. */
class IntradayGridTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final TradingCalendar XNYS = TradingCalendars.XNYS;
    private static final TradingCalendar CRYPTO = TradingCalendars.ALWAYS_OPEN;

    @ParameterizedTest
    @CsvSource({
        "2024-06-03, 30m, 09:30 10:00 10:30 11:00 11:30 12:00 12:30 13:00 13:30 14:00 14:30 15:00 15:30 | 16:00",
        "2024-06-03, 1h, 09:30 10:30 11:30 12:30 13:30 14:30 15:30 | 16:00",
        "2024-06-03, 4h, 09:30 13:30 | 16:00",
        "2020-11-27, 30m, 09:30 10:00 10:30 11:00 11:30 12:00 12:30 | 13:00",
        "2020-11-27, 1h, 09:30 10:30 11:30 12:30 | 13:00",
        "2020-11-27, 4h, 09:30 | 13:00"
    })
    void cutsASessionAtItsClose(LocalDate date, String code, String bars) {
        assertThat(bars(XNYS, timeframe(code), date)).isEqualTo(bars);
    }

    @Test
    void cutsAUtcDayIntoSixTimesFourHours() {
        assertThat(bars(CRYPTO, Timeframe.FOUR_HOURS, LocalDate.of(2024, 6, 1)))
                .isEqualTo("00:00 04:00 08:00 12:00 16:00 20:00 | 00:00");
    }

    @ParameterizedTest
    @CsvSource({
        "2024-06-03T09:30, 1h, 2024-06-03T09:30, 2024-06-03T10:30",
        "2024-06-03T10:29:59, 1h, 2024-06-03T09:30, 2024-06-03T10:30",
        "2024-06-03T10:30, 1h, 2024-06-03T10:30, 2024-06-03T11:30",
        "2024-06-03T15:59:59, 1h, 2024-06-03T15:30, 2024-06-03T16:00",
        "2020-11-27T12:59, 4h, 2020-11-27T09:30, 2020-11-27T13:00"
    })
    void findsTheBarOfAMoment(String moment, String code, String opensAt, String closesAt) {
        assertThat(XNYS.periodAt(timeframe(code), at(moment)))
                .hasValueSatisfying(bar -> assertThat(bar).isEqualTo(bar(opensAt, closesAt)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-06-03T09:29:59", "2024-06-03T16:00", "2024-06-01T12:00", "2020-11-27T13:00"})
    void findsNoBar_whenTheMarketIsClosed(String moment) {
        assertThat(XNYS.periodAt(Timeframe.THIRTY_MINUTES, at(moment))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2024-06-03T10:30, 1h, 2024-06-03T09:30, 2024-06-03T10:30",
        "2024-06-03T10:29:59, 1h, 2024-05-31T15:30, 2024-05-31T16:00",
        "2024-06-03T15:59:59, 1h, 2024-06-03T14:30, 2024-06-03T15:30",
        "2024-06-03T16:00, 1h, 2024-06-03T15:30, 2024-06-03T16:00",
        "2024-06-02T12:00, 30m, 2024-05-31T15:30, 2024-05-31T16:00",
        "2024-06-03T13:29, 4h, 2024-05-31T13:30, 2024-05-31T16:00",
        "2020-11-27T13:00, 1h, 2020-11-27T12:30, 2020-11-27T13:00",
        "2020-11-27T12:59:59, 1h, 2020-11-27T11:30, 2020-11-27T12:30",
        "2020-11-30T09:00, 4h, 2020-11-27T09:30, 2020-11-27T13:00"
    })
    void findsTheLastBarThatHasClosed(String asOf, String code, String opensAt, String closesAt) {
        assertThat(XNYS.lastClosed(timeframe(code), at(asOf))).isEqualTo(bar(opensAt, closesAt));
    }

    @ParameterizedTest
    @CsvSource({
        "2024-06-01T00:00:00Z, 2024-05-31T20:00:00Z, 2024-06-01T00:00:00Z",
        "2024-06-01T03:59:59Z, 2024-05-31T20:00:00Z, 2024-06-01T00:00:00Z",
        "2024-06-01T04:00:00Z, 2024-06-01T00:00:00Z, 2024-06-01T04:00:00Z"
    })
    void findsTheLastBarThatHasClosed_whenTheMarketNeverDoes(Instant asOf, Instant opensAt, Instant closesAt) {
        var last = CRYPTO.lastClosed(Timeframe.FOUR_HOURS, asOf);

        assertThat(last).isEqualTo(new Session(LocalDate.ofInstant(opensAt, ZoneOffset.UTC), opensAt, closesAt));
    }

    @ParameterizedTest
    @CsvSource({
        "2024-06-03T09:30, 1h, 2024-06-03T10:30, 2024-06-03T11:30",
        "2024-06-03T14:30, 1h, 2024-06-03T15:30, 2024-06-03T16:00",
        "2024-05-31T15:30, 1h, 2024-06-03T09:30, 2024-06-03T10:30",
        "2020-11-25T15:30, 30m, 2020-11-27T09:30, 2020-11-27T10:00",
        "2020-11-27T12:30, 30m, 2020-11-30T09:30, 2020-11-30T10:00",
        "2024-03-08T15:30, 1h, 2024-03-11T09:30, 2024-03-11T10:30"
    })
    void goesOn_overNightsHolidaysAndChangesOfTheClock(String from, String code, String opensAt, String closesAt) {
        var timeframe = timeframe(code);
        var before = XNYS.periodAt(timeframe, at(from)).orElseThrow();
        var after = bar(opensAt, closesAt);

        assertThat(XNYS.next(timeframe, before)).isEqualTo(after);
        assertThat(XNYS.back(timeframe, after, 1)).isEqualTo(before);
    }

    @Test
    void goesOn_overMidnight() {
        var lastOfMay = CRYPTO.periodAt(Timeframe.ONE_HOUR, Instant.parse("2024-05-31T23:00:00Z"))
                .orElseThrow();

        var first = CRYPTO.next(Timeframe.ONE_HOUR, lastOfMay);

        assertThat(first.date()).isEqualTo(LocalDate.of(2024, 6, 1));
        assertThat(first.opensAt()).isEqualTo(Instant.parse("2024-06-01T00:00:00Z"));
        assertThat(CRYPTO.back(Timeframe.ONE_HOUR, first, 1)).isEqualTo(lastOfMay);
    }

    @Test
    void goesBackOverAHalfDay() {
        var monday = bar("2020-11-30T09:30", "2020-11-30T10:30");

        assertThat(XNYS.back(Timeframe.ONE_HOUR, monday, 0)).isEqualTo(monday);
        assertThat(XNYS.back(Timeframe.ONE_HOUR, monday, 4)).isEqualTo(bar("2020-11-27T09:30", "2020-11-27T10:30"));
        assertThat(XNYS.back(Timeframe.ONE_HOUR, monday, 5)).isEqualTo(bar("2020-11-25T15:30", "2020-11-25T16:00"));
    }

    /** The opens of a session's bars, and the close of the last one, each bar beginning where the one before ends. */
    private static String bars(TradingCalendar calendar, Timeframe timeframe, LocalDate date) {
        var session = calendar.session(date).orElseThrow();
        var first = calendar.periodAt(timeframe, session.opensAt()).orElseThrow();
        var bars = Stream.iterate(first, bar -> calendar.next(timeframe, bar))
                .takeWhile(bar -> bar.date().equals(date))
                .toList();
        assertContiguous(bars);
        var opens = bars.stream().map(bar -> time(calendar, bar.opensAt())).toList();
        return String.join(" ", opens) + " | " + time(calendar, bars.getLast().closesAt());
    }

    private static void assertContiguous(List<Session> bars) {
        for (int i = 1; i < bars.size(); i++) {
            assertThat(bars.get(i).opensAt()).isEqualTo(bars.get(i - 1).closesAt());
        }
    }

    private static String time(TradingCalendar calendar, Instant moment) {
        return moment.atZone(calendar.zone()).toLocalTime().toString();
    }

    private static Session bar(String opensAt, String closesAt) {
        return new Session(LocalDateTime.parse(opensAt).toLocalDate(), at(opensAt), at(closesAt));
    }

    private static Instant at(String newYork) {
        return LocalDateTime.parse(newYork).atZone(NEW_YORK).toInstant();
    }

    private static Timeframe timeframe(String code) {
        return Timeframe.ofCode(code).orElseThrow();
    }
}
