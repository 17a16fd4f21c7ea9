package io.candletrace.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.candletrace.strategy.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PunctualityTest {
    private static final Instant SINCE = Instant.parse("2025-11-03T00:30:00Z");

    @ParameterizedTest
    @MethodSource
    void judges(String now, Optional<String> last, Optional<String> expected, boolean overdue) {
        var at = Instant.parse(now);
        var hourly = Schedule.parse("0 * * * *").fires(ZoneOffset.UTC);

        var judged = Punctuality.of(
                Punctuality.expected(hourly, SINCE, at), last.map(Instant::parse), at, Duration.ofMinutes(15));

        assertThat(judged).isEqualTo(new Punctuality(expected.map(Instant::parse), last.map(Instant::parse), overdue));
    }

    static Stream<Arguments> judges() {
        return Stream.of(
                argumentSet("nothing is due yet", "2025-11-03T00:59:59Z", Optional.empty(), Optional.empty(), false),
                argumentSet(
                        "time is left",
                        "2025-11-03T01:15:00Z",
                        Optional.empty(),
                        Optional.of("2025-11-03T01:00:00Z"),
                        false),
                argumentSet(
                        "none ever",
                        "2025-11-03T01:15:01Z",
                        Optional.empty(),
                        Optional.of("2025-11-03T01:00:00Z"),
                        true),
                argumentSet(
                        "the one before only",
                        "2025-11-03T02:15:01Z",
                        Optional.of("2025-11-03T01:00:00Z"),
                        Optional.of("2025-11-03T02:00:00Z"),
                        true),
                argumentSet(
                        "the expected one",
                        "2025-11-03T02:59:00Z",
                        Optional.of("2025-11-03T02:00:00Z"),
                        Optional.of("2025-11-03T02:00:00Z"),
                        false));
    }
}
