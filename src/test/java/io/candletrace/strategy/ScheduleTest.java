package io.candletrace.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {

    @ParameterizedTest
    @ValueSource(strings = {"0 30 16 ? * MON-FRI", "0 0 22 L * ?", "30 16 * * 1-5", "*/15 * * * *"})
    void reads_quartzAndUnixCron(String cron) {
        assertThat(Schedule.parse(cron).cron()).isEqualTo(cron);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hourly", "* *", "61 * * * *", "0 61 * * * ?", "0 0 0 0 0 0 0 0", "0 0 25 ? * MON"})
    void refuses_whatIsNoCron(String cron) {
        assertThatThrownBy(() -> Schedule.parse(cron))
                .isInstanceOfSatisfying(
                        ServiceException.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(FailureReason.IMPOSSIBLE_REQUEST))
                .hasMessageContaining("'" + cron + "'");
    }
}
