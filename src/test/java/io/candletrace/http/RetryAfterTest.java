package io.candletrace.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
    private static final Instant NOW = Instant.parse("2025-10-29T12:00:00Z");

    @ParameterizedTest
    @MethodSource("understood")
    void understands(String header, Duration pause) {
        assertThat(RetryAfter.parse(header, NOW)).contains(pause);
    }

    static Stream<Arguments> understood() {
        return Stream.of(
                Arguments.of("0", Duration.ZERO),
                Arguments.of(" 120 ", Duration.ofMinutes(2)),
                Arguments.of("Wed, 29 Oct 2025 12:00:30 GMT", Duration.ofSeconds(30)),
                Arguments.of("Wed, 29 Oct 2025 11:00:00 GMT", Duration.ZERO));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "soon", "1.5", "99999999999999999999"})
    void ignoresWhatIsNeitherSecondsNorADate(String header) {
        assertThat(RetryAfter.parse(header, NOW)).isEmpty();
    }
}
