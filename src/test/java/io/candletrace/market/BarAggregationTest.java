package io.candletrace.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BarAggregationTest {
    private static final TradingCalendar XNYS = new NyseCalendar();
    private static final Instant LATER = Instant.parse("2022-01-01T00:00:00Z");

    @Test
    void mergesAWeekOfThreeAndAHalfSessions() {
        // Given
        var daily = List.of(
                bar("2020-11-23", "10", "12", "9", "11", "100"),
                bar("2020-11-24", "11", "15", "10", "14", "200"),
                bar("2020-11-25", "14", "14.5", "8", "9", "300"),
                bar("2020-11-27", "9", "10", "8.5", "9.75", "50.5"));

        // When
        var weekly = BarAggregation.aggregate(daily, Timeframe.WEEKLY, XNYS, LATER);

        // Then
        assertThat(weekly)
                .containsExactly(new Bar(
                        LocalDate.of(2020, 11, 23),
                        Instant.parse("2020-11-23T14:30:00Z"),
                        Instant.parse("2020-11-27T18:00:00Z"),
                        new BigDecimal("10"),
                        new BigDecimal("15"),
                        new BigDecimal("8"),
                        new BigDecimal("9.75"),
                        new BigDecimal("650.5")));
    }

    @Test
    void leavesOutTheFirstWeek_whenHistoryStartsInItsMiddle() {
        assertThat(weeks("2021-03-03", "2021-03-19", LATER)).containsExactly("2021-03-08", "2021-03-15");
    }

    @Test
    void leavesOutTheLastWeek_whenItsLastSessionIsMissing() {
        assertThat(weeks("2021-03-01", "2021-03-18", LATER)).containsExactly("2021-03-01", "2021-03-08");
    }

    @Test
    void leavesOutTheWeekThatClosesAfterAsOf() {
        // Given
        var justBeforeFridaysClose = Instant.parse("2021-03-12T20:59:59Z");

        // When
        var weeks = weeks("2021-03-01", "2021-03-19", justBeforeFridaysClose);

        // Then
        assertThat(weeks).containsExactly("2021-03-01");
        assertThat(weeks("2021-03-01", "2021-03-19", justBeforeFridaysClose.plusSeconds(1)))
                .containsExactly("2021-03-01", "2021-03-08");
    }

    @Test
    void keepsAWeekWithAGap_betweenOthers() {
        // Given
        var daily = daily("2021-03-01", "2021-03-19").stream()
                .filter(bar -> !bar.sessionDate().equals(LocalDate.of(2021, 3, 8)))
                .toList();

        // When
        var weekly = BarAggregation.aggregate(daily, Timeframe.WEEKLY, XNYS, LATER);

        // Then
        assertThat(weekly).hasSize(3);
        assertThat(weekly.get(1).opensAt()).isEqualTo(Instant.parse("2021-03-08T14:30:00Z"));
    }

    @Test
    void mergesMonths() {
        assertThat(BarAggregation.aggregate(daily("2021-01-04", "2021-03-31"), Timeframe.MONTHLY, XNYS, LATER))
                .extracting(Bar::sessionDate)
                .containsExactly(LocalDate.of(2021, 1, 4), LocalDate.of(2021, 2, 1), LocalDate.of(2021, 3, 1));
    }

    @Test
    void mergesHoursOfHalfHours_theLastOneHalfAsLong() {
        // Given
        var halfHours = halfHours("2020-11-25");

        // When
        var hours = BarAggregation.aggregate(halfHours, Timeframe.ONE_HOUR, XNYS, LATER);

        // Then
        assertThat(hours).hasSize(7);
        assertThat(hours.getFirst().opensAt()).isEqualTo(Instant.parse("2020-11-25T14:30:00Z"));
        assertThat(hours.getFirst().closesAt()).isEqualTo(Instant.parse("2020-11-25T15:30:00Z"));
        assertThat(hours.getFirst().open()).isEqualTo(new BigDecimal("10"));
        assertThat(hours.getFirst().high()).isEqualTo(new BigDecimal("12"));
        assertThat(hours.getFirst().close()).isEqualTo(new BigDecimal("11.5"));
        assertThat(hours.getFirst().volume()).isEqualTo(new BigDecimal("2000"));
        assertThat(hours.getLast()).isEqualTo(halfHours.getLast());
    }

    @Test
    void mergesTheHoursOfAHalfDay() {
        assertThat(BarAggregation.aggregate(halfHours("2020-11-27"), Timeframe.ONE_HOUR, XNYS, LATER))
                .extracting(Bar::closesAt)
                .containsExactly(
                        Instant.parse("2020-11-27T15:30:00Z"),
                        Instant.parse("2020-11-27T16:30:00Z"),
                        Instant.parse("2020-11-27T17:30:00Z"),
                        Instant.parse("2020-11-27T18:00:00Z"));
    }

    @Test
    void leavesOutTheHoursThatAreNotWhole() {
        // Given
        var fromTen = halfHours("2020-11-25").subList(1, 12);
        var justBeforeTheClose = Instant.parse("2020-11-25T20:29:59Z");

        // When
        var hours = BarAggregation.aggregate(fromTen, Timeframe.ONE_HOUR, XNYS, justBeforeTheClose);

        // Then
        assertThat(hours).hasSize(4);
        assertThat(hours.getFirst().opensAt()).isEqualTo(Instant.parse("2020-11-25T15:30:00Z"));
    }

    @Test
    void givesTheDailyBarsThatHaveClosed() {
        assertThat(BarAggregation.aggregate(
                        daily("2021-03-01", "2021-03-05"),
                        Timeframe.DAILY,
                        XNYS,
                        Instant.parse("2021-03-03T21:00:00Z")))
                .hasSize(3);
    }

    @Test
    void givesNothing_whenThereIsNothing() {
        assertThat(BarAggregation.aggregate(List.of(), Timeframe.WEEKLY, XNYS, LATER))
                .isEmpty();
    }

    private static List<String> weeks(String first, String last, Instant asOf) {
        return BarAggregation.aggregate(daily(first, last), Timeframe.WEEKLY, XNYS, asOf).stream()
                .map(bar -> bar.sessionDate().toString())
                .toList();
    }

    private static List<Bar> daily(String first, String last) {
        return LocalDate.parse(first)
                .datesUntil(LocalDate.parse(last).plusDays(1))
                .filter(date -> XNYS.session(date).isPresent())
                .map(date -> bar(date.toString(), "10", "11", "9", "10.5", "1000"))
                .toList();
    }

    /** Each half hour is one dearer than the one before. */
    private static List<Bar> halfHours(String date) {
        var session = XNYS.session(LocalDate.parse(date)).orElseThrow();
        var bars = new ArrayList<Bar>();
        var period = XNYS.periodAt(Timeframe.THIRTY_MINUTES, session.opensAt()).orElseThrow();
        for (var step = BigDecimal.ZERO; period.date().equals(session.date()); step = step.add(BigDecimal.ONE)) {
            bars.add(new Bar(
                    period.date(),
                    period.opensAt(),
                    period.closesAt(),
                    new BigDecimal("10").add(step),
                    new BigDecimal("11").add(step),
                    new BigDecimal("9").add(step),
                    new BigDecimal("10.5").add(step),
                    new BigDecimal("1000")));
            period = XNYS.next(Timeframe.THIRTY_MINUTES, period);
        }
        return bars;
    }

    private static Bar bar(String date, String open, String high, String low, String close, String volume) {
        var session = XNYS.session(LocalDate.parse(date)).orElseThrow();
        return new Bar(
                session.date(),
                session.opensAt(),
                session.closesAt(),
                new BigDecimal(open),
                new BigDecimal(high),
                new BigDecimal(low),
                new BigDecimal(close),
                new BigDecimal(volume));
    }
}
