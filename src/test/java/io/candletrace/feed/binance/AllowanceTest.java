package io.candletrace.feed.binance;

import static org.assertj.core.api.Assertions.assertThat;

import io.candletrace.http.Exchange;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class AllowanceTest {
    private static final Instant NOW = Instant.parse("2024-06-01T00:00:30Z");
    private static final Instant NEXT_MINUTE = Instant.parse("2024-06-01T00:01:00Z");

    private final Allowance allowance = new Allowance(100);

    @Test
    void holdsNothing_beforeAnythingIsKnown() {
        assertThat(allowance.hold(20, NOW)).isEmpty();
    }

    @Test
    void countsWhatIsOnItsWay_untilTheMinuteTurns() {
        allowance.note(answer(200, Map.of("x-mbx-used-weight-1m", "60")));

        assertThat(allowance.hold(20, NOW)).isEmpty();
        assertThat(allowance.hold(20, NOW)).isEmpty();
        assertThat(allowance.hold(2, NOW))
                .hasValueSatisfying(hold -> assertThat(hold.until()).isEqualTo(NEXT_MINUTE));
        assertThat(allowance.hold(20, NEXT_MINUTE)).isEmpty();
    }

    @Test
    void goesByTheVendorsMinute_whenTheClocksDiffer() {
        var date = "Sat, 01 Jun 2024 00:03:50 GMT";

        allowance.note(answer(200, Map.of("x-mbx-used-weight-1m", "100", "date", date)));

        assertThat(allowance.hold(2, NOW))
                .hasValueSatisfying(hold -> assertThat(hold.until()).isEqualTo(NOW.plusSeconds(10)));
    }

    @Test
    void ignoresAWeightThatIsNone() {
        allowance.note(answer(200, Map.of("x-mbx-used-weight-1m", "plenty")));

        assertThat(allowance.hold(2, NOW)).isEmpty();
    }

    @Test
    void keepsTheLongestPause() {
        allowance.note(answer(429, Map.of("retry-after", "40")));
        allowance.note(answer(429, Map.of("retry-after", "3")));

        assertThat(allowance.hold(2, NOW))
                .hasValueSatisfying(hold -> assertThat(hold.until()).isEqualTo(NOW.plusSeconds(40)));
    }

    @Test
    void pausesUntilTheMinuteTurns_whenNoTimeIsGiven() {
        allowance.note(answer(429, Map.of()));

        assertThat(allowance.hold(2, NOW))
                .hasValueSatisfying(hold -> assertThat(hold.until()).isEqualTo(NEXT_MINUTE));
    }

    @Test
    void takesABanForTwoMinutes_whenNoTimeIsGiven() {
        allowance.note(answer(418, Map.of()));

        assertThat(allowance.hold(2, NOW)).contains(new Hold.Banned(NOW.plusSeconds(120)));
        assertThat(allowance.hold(2, NOW.plusSeconds(120))).isEmpty();
    }

    private static Exchange answer(int status, Map<String, String> headers) {
        return new Exchange(
                true, OptionalInt.of(status), headers, Optional.empty(), 0, Optional.empty(), NOW.minusMillis(40), NOW);
    }
}
