package io.candletrace.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class BarNamesTest {
    private static final LocalDate DATE = LocalDate.of(2024, 6, 3);
    private static final Instant OPENS_AT = Instant.parse("2024-06-03T13:30:00Z");
    private static final Bar BAR = new Bar(
            DATE,
            OPENS_AT,
            OPENS_AT.plusSeconds(1_800),
            BigDecimal.ONE,
            BigDecimal.ONE,
            BigDecimal.ONE,
            BigDecimal.ONE,
            BigDecimal.ONE);

    @Test
    void callsADayByItsDate() {
        assertThat(names(Timeframe.DAILY).name(BAR)).isEqualTo("2024-06-03");
    }

    @Test
    void callsAnIntradayBarByItsTimeInTheMarketsZone() {
        assertThat(names(Timeframe.THIRTY_MINUTES).name(BAR)).isEqualTo("2024-06-03 09:30");
    }

    @Test
    void callsAFindingLikeItsBar() {
        var intraday = Finding.of(FindingCode.GAP, BAR, Timeframe.THIRTY_MINUTES, "a bar is missing");
        var daily = Finding.of(FindingCode.GAP, BAR, Timeframe.DAILY, "a session is missing");

        assertThat(names(Timeframe.THIRTY_MINUTES).name(intraday)).isEqualTo("2024-06-03 09:30");
        assertThat(names(Timeframe.DAILY).name(daily)).isEqualTo("2024-06-03");
    }

    @Test
    void callsUtcByItsName() {
        var crypto = new BarNames(Timeframe.ONE_HOUR, TradingCalendars.ALWAYS_OPEN.zone());

        assertThat(crypto.zoneName()).isEqualTo("UTC");
        assertThat(crypto.name(BAR)).isEqualTo("2024-06-03 13:30");
        assertThat(names(Timeframe.ONE_HOUR).zoneName()).isEqualTo("America/New_York");
    }

    private static BarNames names(Timeframe timeframe) {
        return new BarNames(timeframe, TradingCalendars.XNYS.zone());
    }
}
