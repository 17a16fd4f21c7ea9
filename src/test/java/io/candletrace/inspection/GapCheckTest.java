package io.candletrace.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import io.candletrace.market.Bar;
import io.candletrace.market.Finding;
import io.candletrace.market.FindingCode;
import io.candletrace.market.Session;
import io.candletrace.market.Timeframe;
import io.candletrace.market.TradingCalendar;
import io.candletrace.market.TradingCalendars;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GapCheckTest {
    private static final BigDecimal ONE = BigDecimal.ONE;

    @Test
    void findsNone_inAYearOfSessions() {
        assertThat(findings(Timeframe.DAILY, CalmBars.daily(252))).isEmpty();
    }

    @Test
    void findsNone_betweenTheHoursOfSessions() {
        assertThat(findings(Timeframe.ONE_HOUR, CalmBars.of(Timeframe.ONE_HOUR, 100)))
                .isEmpty();
    }

    @Test
    void namesTheSession_thatIsMissing() {
        // Given
        var bars = CalmBars.without(CalmBars.daily(10), 3, 4);

        // Then
        assertThat(findings(Timeframe.DAILY, bars))
                .containsExactly(
                        Finding.of(FindingCode.GAP, LocalDate.of(2021, 3, 5), "the session of 2021-03-04 is missing"));
    }

    @Test
    void namesTheFirstAndTheLast_whereSeveralAreMissing() {
        // Given
        var bars = CalmBars.without(CalmBars.daily(10), 3, 6);

        // Then
        assertThat(findings(Timeframe.DAILY, bars))
                .extracting(Finding::detail)
                .containsExactly("3 sessions are missing, 2021-03-04 to 2021-03-08");
    }

    @Test
    void countsBarsOverTheNight() {
        // Given
        var bars = CalmBars.without(CalmBars.of(Timeframe.ONE_HOUR, 20), 6, 8);

        // Then
        assertThat(findings(Timeframe.ONE_HOUR, bars))
                .extracting(Finding::detail)
                .containsExactly("2 bars are missing, 2021-03-01T20:30:00Z to 2021-03-02T14:30:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        "24/7, 1m, 1980-01-01T00:00:00Z, 2020-12-31T23:59:00Z",
        "XNYS, 1m, 1980-01-02T14:31:00Z, 2020-12-31T20:59:00Z",
        "XNYS, 1d, 1980-01-02T14:30:00Z, 2020-12-31T14:30:00Z"
    })
    void stopsCounting_whereDecadesAreMissing(String calendar, String timeframe, Instant first, Instant last) {
        // Given
        var of = TradingCalendars.named(calendar).orElseThrow();
        var unit = Timeframe.ofCode(timeframe).orElseThrow();
        var bars = Stream.of(first, last).map(moment -> bar(of, unit, moment)).toList();

        // When
        var gap = new GapCheck(of, unit, bars).findings().getFirst().detail();

        // Then
        assertThat(gap).startsWith("more than 5000 ").doesNotContain(last.toString());
    }

    private static Bar bar(TradingCalendar calendar, Timeframe timeframe, Instant moment) {
        Session period = calendar.periodAt(timeframe, moment).orElseThrow();
        return new Bar(period.date(), period.opensAt(), period.closesAt(), ONE, ONE, ONE, ONE, ONE);
    }

    private static List<Finding> findings(Timeframe timeframe, List<Bar> bars) {
        return new GapCheck(CalmBars.CALENDAR, timeframe, bars).findings();
    }
}
