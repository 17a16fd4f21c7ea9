package io.candletrace.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.strategy.StrategyDraft.Timing;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {
    private static final Instant NOW = Instant.parse("2025-11-03T00:00:00Z");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0 30 16 ? * MON-FRI",
                "0 0 22 L * ?",
                "30 16 * * 1-5",
                "*/15 * * * *",
                "on the close of XNYS",
                "on the close of XNYS + 10 min",
                "on the open of 24/7 - 2 h"
            })
    void reads_cronAndSessions(String text) {
        assertThat(Schedule.parse(text).text()).isEqualTo(text);
    }

    @Test
    void takes_anySpace() {
        assertThat(Schedule.parse("  30  16 * *\t1-5 ")).isEqualTo(new Schedule("30 16 * * 1-5"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hourly",
                "* *",
                "61 * * * *",
                "0 61 * * * ?",
                "0 0 0 0 0 0 0 0",
                "0 0 25 ? * MON",
                "on the close of XLON",
                "on the middle of XNYS",
                "on the close of XNYS + 25 h",
                "on the close of XNYS + ten min",
                "on the close of XNYS 10 min"
            })
    void refuses_whatIsNoSchedule(String text) {
        assertThatThrownBy(() -> Schedule.parse(text))
                .isInstanceOfSatisfying(
                        ServiceException.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(FailureReason.IMPOSSIBLE_REQUEST))
                .hasMessageContaining("'" + text + "'");
    }

    @Test
    void refuses_whatNeverFires() {
        var timing = new Timing(Optional.of(Schedule.parse("0 0 30 2 *")), ZoneOffset.UTC, CatchUp.LATEST);

        assertThatThrownBy(() -> timing.next(NOW))
                .isInstanceOf(ServiceException.class)
                .hasMessageContaining("'0 0 30 2 *'");
    }
}
