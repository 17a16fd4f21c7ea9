package io.candletrace.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BackfillPlanTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @ParameterizedTest
    @MethodSource
    void goesThroughASpan(String pace, String first, List<String> following) {
        var fires = new Pace(pace, NEW_YORK).fires(Instant.parse(first));

        var found = Stream.iterate(fires.after(Instant.parse(first).minusNanos(1)), asOf -> asOf.flatMap(fires::after))
                .limit(following.size())
                .map(Optional::orElseThrow)
                .toList();

        assertThat(found)
                .containsExactlyElementsOf(
                        following.stream().map(Instant::parse).toList());
    }

    static Stream<Arguments> goesThroughASpan() {
        return Stream.of(
                argumentSet(
                        "days keep the hour when the clocks change",
                        "P1D",
                        "2025-03-08T21:00:00Z",
                        List.of("2025-03-08T21:00:00Z", "2025-03-09T20:00:00Z", "2025-03-10T20:00:00Z")),
                argumentSet(
                        "24 hours do not",
                        "PT24H",
                        "2025-03-08T21:00:00Z",
                        List.of("2025-03-08T21:00:00Z", "2025-03-09T21:00:00Z")),
                argumentSet(
                        "months end when they end",
                        "P1M",
                        "2025-01-31T17:00:00Z",
                        List.of("2025-01-31T17:00:00Z", "2025-02-28T17:00:00Z", "2025-03-31T16:00:00Z")),
                argumentSet(
                        "sessions",
                        "on the close of XNYS",
                        "2025-11-26T21:00:00Z",
                        List.of("2025-11-26T21:00:00Z", "2025-11-28T18:00:00Z")),
                argumentSet(
                        "a schedule",
                        "0 12 * * MON",
                        "2025-11-03T17:00:00Z",
                        List.of("2025-11-03T17:00:00Z", "2025-11-10T17:00:00Z")));
    }

    @Test
    void countsManySteps_withoutWalkingThroughThem() {
        var first = Instant.parse("2000-01-01T00:00:00Z");
        var fires = new Pace("PT1S", NEW_YORK).fires(first);

        assertThat(fires.count(first.minusNanos(1), first.plusSeconds(500_000_000), Integer.MAX_VALUE))
                .isEqualTo(500_000_001);
    }

    @ParameterizedTest
    @ValueSource(strings = {"P0D", "-P1D", "P1D-1M", "PT0.5S", "P999999999Y", "PT9999999999999H", "P", "Px"})
    void refuses_whatIsNoStep(String pace) {
        assertThatThrownBy(() -> new Pace(pace, NEW_YORK).fires(Instant.EPOCH))
                .isInstanceOfSatisfying(
                        ServiceException.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(FailureReason.IMPOSSIBLE_REQUEST))
                .hasMessageContaining("'" + pace + "'");
    }
}
