package io.candletrace.analysis.openai;

import static io.candletrace.testing.FakeAnswers.breaksOff;
import static io.candletrace.testing.FakeAnswers.drips;
import static io.candletrace.testing.FakeAnswers.fails;
import static io.candletrace.testing.FakeAnswers.isSilent;
import static io.candletrace.testing.FakeAnswers.says;
import static io.candletrace.testing.FakeAnswers.tellsToWait;
import static org.assertj.core.api.Assertions.assertThat;

import io.candletrace.analysis.AnalysisStatus;
import io.candletrace.failure.FailureReason;
import io.candletrace.testing.FakeOpenAi;
import io.candletrace.testing.SampleAnswers;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetriesTest {
    private static final String BUY = SampleAnswers.buy("SPY");

    private static final Vertx VERTX = Vertx.vertx();

    private final FakeOpenAi endpoint = FakeOpenAi.start();
    private final AskedModel model = new AskedModel(VERTX, endpoint.baseUrl());

    @AfterAll
    static void stopVertx() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @AfterEach
    void close() {
        model.close();
        endpoint.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 503})
    void asksAgain_after(int status) {
        endpoint.script(fails(status), says(BUY));

        assertThat(model.analyse().status()).isEqualTo(AnalysisStatus.COMPLETED);
        assertThat(model.log().calls())
                .extracting(call -> call.httpStatus().orElse(0))
                .containsExactly(status, 200);
    }

    @Test
    void asksAgain_afterALostConnection() {
        endpoint.script(breaksOff(), says(BUY));

        assertThat(model.analyse().status()).isEqualTo(AnalysisStatus.COMPLETED);
        assertThat(model.log().calls().getFirst().error()).isPresent();
    }

    @Test
    void comesBackWhenItIsToldTo() {
        endpoint.script(tellsToWait("1"), says(BUY));

        model.analyse();

        var calls = model.log().calls();
        assertThat(Duration.between(calls.get(0).endedAt(), calls.get(1).sentAt()))
                .isGreaterThanOrEqualTo(Duration.ofMillis(950));
    }

    @Test
    void givesUp_whenItIsToldToComeBackAfterTheDeadline() {
        var tomorrow = ZonedDateTime.now(ZoneOffset.UTC).plusDays(1);
        endpoint.script(tellsToWait(DateTimeFormatter.RFC_1123_DATE_TIME.format(tomorrow)));

        model.failsWith(FailureReason.MODEL_UNAVAILABLE, "HTTP 429");
        assertThat(endpoint.asked()).hasSize(1);
    }

    @Test
    void givesUp_afterItsRetries() {
        endpoint.script(fails(500), fails(500), fails(500), says(BUY));

        model.failsWith(FailureReason.MODEL_UNAVAILABLE, "3 calls, the last: HTTP 500");
        assertThat(model.log().calls()).hasSize(3);
        assertThat(model.gate().spent()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 302})
    void givesUpAtOnce_whenTheEndpointRefuses(int status) {
        endpoint.script(fails(status));

        model.failsWith(FailureReason.MODEL_REFUSED_REQUEST, "HTTP " + status);
        assertThat(model.log().calls()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("slow")
    void stopsAtTheDeadline(FakeOpenAi.Line line) {
        model.with("timeout", "1s");
        endpoint.script(line);

        model.failsWith(FailureReason.MODEL_UNAVAILABLE, "no complete answer");
        var call = model.log().calls().getFirst();
        assertThat(call.error()).isPresent();
        assertThat(Duration.between(call.sentAt(), call.endedAt()))
                .isBetween(Duration.ofMillis(900), Duration.ofSeconds(5));
        assertThat(model.gate().spent()).as("a pessimistic estimate").isGreaterThan(4_096);
    }

    static Stream<Arguments> slow() {
        return Stream.of(Arguments.argumentSet("silent", isSilent()), Arguments.argumentSet("dripping", drips()));
    }

    @Test
    void keepsTheCall_whenTheConnectionIsRefused() {
        endpoint.close();

        model.failsWith(FailureReason.MODEL_UNAVAILABLE, "connection failed");
        assertThat(model.log().calls())
                .hasSize(3)
                .allSatisfy(call -> assertThat(call.httpStatus()).isEmpty());
        assertThat(model.gate().spent()).isZero();
    }

    @Test
    void stopsRetrying_whenTheEndpointHadItsShareOfRetries() {
        model.with("retries", "10").with("retry-share", "0").with("timeout", "60s");
        endpoint.script(Stream.generate(() -> tellsToWait("0")).limit(12).toArray(FakeOpenAi.Line[]::new));

        model.failsWith(FailureReason.MODEL_UNAVAILABLE, "11 calls");
        model.failsWith(FailureReason.MODEL_UNAVAILABLE, "1 call:");
    }
}
