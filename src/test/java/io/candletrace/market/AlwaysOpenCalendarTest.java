package io.candletrace.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class AlwaysOpenCalendarTest {
    private final TradingCalendar calendar = new AlwaysOpenCalendar();

    @Test
    void tradesOnChristmasSunday() {
        assertThat(calendar.session(LocalDate.of(2022, 12, 25)))
                .contains(new Session(
                        LocalDate.of(2022, 12, 25),
                        Instant.parse("2022-12-25T00:00:00Z"),
                        Instant.parse("2022-12-26T00:00:00Z")));
    }

    @Test
    void closesAWeekOnMondayAtMidnight() {
        // Given
        var monday = Instant.parse("2024-01-08T00:00:00Z");

        // When
        var week = calendar.lastClosed(Timeframe.WEEKLY, monday);

        // Then
        assertThat(week)
                .isEqualTo(new Session(LocalDate.of(2024, 1, 1), Instant.parse("2024-01-01T00:00:00Z"), monday));
        assertThat(calendar.lastClosed(Timeframe.WEEKLY, monday.minusNanos(1)).date())
                .isEqualTo(LocalDate.of(2023, 12, 25));
    }

    @Test
    void isFoundByItsId() {
        assertThat(TradingCalendars.named("24/7")).contains(calendar);
        assertThat(TradingCalendars.named("XNYS")).contains(new NyseCalendar());
        assertThat(TradingCalendars.named("XLON")).isEmpty();
    }
}
