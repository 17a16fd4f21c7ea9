package io.candletrace.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.lineage.ChartId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParametersTest {

    @ParameterizedTest
    @ValueSource(strings = {"2025-10-29T20:00:00Z", "2025-10-29T22:00:00+02:00", "2025-10-29T22:00:00 02:00"})
    void reads_timesWithTheirOffset(String text) {
        assertThat(Parameters.instant("from", text)).isEqualTo(Instant.parse("2025-10-29T20:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "2025-10-29", "2025-02-30T00:00:00Z", "+12025-01-01T00:00:00Z"})
    void refuses_whatIsNoTime(String text) {
        assertRefused(() -> Parameters.instant("from", text), FailureReason.INVALID_REQUEST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1.5", "abc", "9223372036854775808", ""})
    void findsNothing_underWhatIsNoId(String text) {
        assertRefused(() -> Parameters.pathId("chart", text, ChartId::new), FailureReason.NOT_FOUND);
        assertRefused(() -> Parameters.id("chart_id", Optional.of(text)), FailureReason.INVALID_REQUEST);
    }

    @Test
    void refusesNul_whereverItHides() {
        assertRefused(() -> Parameters.text("name", "a\0b", 10), FailureReason.INVALID_REQUEST);
        assertRefused(
                () -> Parameters.requireStorable("risk_params", Map.of("a", List.of(Map.of("b", "\0")))),
                FailureReason.INVALID_REQUEST);
        assertRefused(() -> Parameters.requireStorable("risk_params", Map.of("\0", 1)), FailureReason.INVALID_REQUEST);
    }

    @Test
    void shows_onlyTheBeginningOfWhatWasFound() {
        assertThat(Parameters.invalid("name", "a name", "x".repeat(1_000)).detail())
                .hasSizeLessThan(200);
    }

    private static void assertRefused(ThrowingCallable parsing, FailureReason reason) {
        assertThatThrownBy(parsing)
                .isInstanceOfSatisfying(
                        ServiceException.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }
}
