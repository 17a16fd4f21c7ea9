package io.candletrace.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import io.candletrace.market.Finding;
import io.candletrace.market.FindingCode;
import io.candletrace.market.Timeframe;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class OhlcCheckTest {
    @Test
    void findsNone_whereOpenAndCloseAreTheRange() {
        // Given
        var bars = CalmBars.priced(CalmBars.daily(3), 1, 99, 101, 99, 101);

        // Then
        assertThat(new OhlcCheck(Timeframe.DAILY, bars).findings()).isEmpty();
    }

    @Test
    void findsAClose_aboveTheHigh() {
        // Given
        var bars = CalmBars.priced(CalmBars.daily(3), 1, 100, 101, 99, 101.5);

        // Then
        assertThat(new OhlcCheck(Timeframe.DAILY, bars).findings())
                .containsExactly(Finding.of(
                        FindingCode.OHLC_INCONSISTENT,
                        LocalDate.of(2021, 3, 2),
                        "open and close should be from low 99 to high 101, were 100 and 101.5"));
    }
}
