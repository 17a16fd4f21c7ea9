package io.candletrace.feed.ibkr;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NightlyResetTest {
    @ParameterizedTest
    @CsvSource({
        "2025-05-15T03:44:59Z, false",
        "2025-05-15T03:45:00Z, true",
        "2025-05-15T04:44:59Z, true",
        "2025-05-15T04:45:00Z, false",
        "2025-05-17T03:00:00Z, true",
        "2025-05-17T06:59:59Z, true",
        "2025-05-17T07:00:00Z, false",
        "2025-05-14T16:00:00Z, false"
    })
    void isFromAQuarterToMidnightInNewYork_andLongerOnFriday(Instant moment, boolean covered) {
        assertThat(NightlyReset.covers(moment)).isEqualTo(covered);
    }
}
