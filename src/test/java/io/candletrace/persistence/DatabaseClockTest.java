package io.candletrace.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DatabaseClockTest {
    private static final Instant ASKED = Instant.parse("2026-03-02T10:00:00Z");

    @ParameterizedTest
    @MethodSource("answers")
    void followsTheDatabase_asFarAsAnAnswerTells(long known, long answerAfter, long answeredAfter, long offset) {
        var followed = DatabaseClock.followed(
                Duration.ofMillis(known), ASKED, ASKED.plusMillis(answerAfter), ASKED.plusMillis(answeredAfter));

        assertThat(followed).isEqualTo(Duration.ofMillis(offset));
    }

    private static Stream<Arguments> answers() {
        return Stream.of(
                argumentSet("a quick answer from a clock ten minutes ahead", 0, 600_001, 2, 600_000),
                argumentSet("a quick answer from a clock behind", 40, -999, 2, -1_000),
                argumentSet("an answer that waited for a connection, and can be right", 3, 6_000, 6_001, 3),
                argumentSet("a slow answer that cannot be", 0, 606_000, 6_000, 603_000));
    }
}
