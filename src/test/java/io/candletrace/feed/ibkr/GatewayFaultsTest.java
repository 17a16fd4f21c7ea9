package io.candletrace.feed.ibkr;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static io.candletrace.feed.ibkr.FakeGateway.HISTORY;
import static io.candletrace.feed.ibkr.FakeGateway.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.feed.BarBatch;
import io.candletrace.market.Timeframe;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GatewayFaultsTest {
    private static final Vertx VERTX = Vertx.vertx();
    private static final String BARS = """
            {"data": [{"o": 1, "h": 2, "l": 1, "c": 2, "v": 3, "t": 1747229400000}], "volumeFactor": 1}
            """;

    private final FakeGateway fake = FakeGateway.start().loggedIn();
    private final AskedGateway asked = new AskedGateway(VERTX, fake.baseUrl(), Instant.parse("2025-05-14T22:00:00Z"));

    @AfterAll
    static void stopVertx() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @AfterEach
    void close() {
        asked.close();
        fake.close();
    }

    @ParameterizedTest
    @MethodSource("passingFaults")
    void asksAgain_after(ResponseDefinitionBuilder fault) {
        asked.with("timeout", "0.3S");
        fake.inTurn(HISTORY, fault, json(BARS));

        assertThat(fetch().bars()).hasSize(1);
        assertThat(fake.requests(HISTORY)).hasSize(2);
        assertThat(asked.requests("failed")).isEqualTo(1);
        assertThat(asked.requests("answered")).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("passingFaults")
    void isUnavailable_whenItGoesOnWith(ResponseDefinitionBuilder fault) {
        asked.with("timeout", "0.3S").with("retries", "1");
        fake.always(HISTORY, fault);

        var failure = failure();

        assertThat(failure.reason()).isEqualTo(FailureReason.FEED_UNAVAILABLE);
        assertThat(failure.detail())
                .startsWith("the IBKR gateway gave no answer in 2 requests to the 1d bars of NVDA: the last: ")
                .hasSizeLessThan(300);
        assertThat(fake.requests(HISTORY)).hasSize(2);
    }

    static Stream<Arguments> passingFaults() {
        return Stream.of(
                argumentSet("429", json(429, "{\"error\": \"Too many requests\"}")),
                argumentSet("429 with Retry-After", json(429, "{}").withHeader("Retry-After", "0")),
                argumentSet("503", json(503, "{\"error\": \"Service Unavailable\", \"statusCode\": 503}")),
                argumentSet("500 without a body", aResponse().withStatus(500)),
                argumentSet("a stall", json(BARS).withFixedDelay(5000)),
                argumentSet("half a JSON", json(BARS.substring(0, 40))),
                argumentSet("a cut connection", aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE)),
                argumentSet("a cut body", aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK)),
                argumentSet("an error at 200", json("{\"error\": \"failed to process request\"}")),
                argumentSet(
                        "a contract that is denied at night",
                        json(500, "{\"error\": \"No security definition has been found for the request\"}")));
    }

    @Test
    void asksNoMore_whenTheGatewayWantsMoreTimeThanThereIs() {
        asked.with("retry-for", "1S");
        fake.always(HISTORY, json(429, "{}").withHeader("Retry-After", "60"));

        assertThat(failure().detail())
                .contains("no answer in 1 request to the 1d bars of NVDA")
                .endsWith("HTTP 429");
    }

    @Test
    void isRefusedAtOnce_whenAskingAgainCannotHelp() {
        fake.always(HISTORY, json(400, "{\"error\": \"Bad Request: " + "x".repeat(500) + "\"}"));

        var failure = failure();

        assertThat(failure.reason()).isEqualTo(FailureReason.FEED_UNAVAILABLE);
        assertThat(failure.detail())
                .startsWith("IBKR refuses the 1d bars of NVDA: HTTP 400, 'Bad Request: xxx")
                .hasSizeLessThan(200);
        assertThat(fake.requests(HISTORY)).hasSize(1);
    }

    @Test
    void pointsAtTheGatewaysList_whenItForbidsThisMachine() {
        fake.always(HISTORY, aResponse().withStatus(403).withBody("<html>Access Denied</html>"));

        assertThat(failure().detail()).contains("does the gateway's conf.yaml allow this machine's address?");
    }

    @Test
    void saysWhoItIs() {
        fake.always(HISTORY, json(BARS));

        fetch();

        assertThat(fake.requests(HISTORY).getFirst().getHeader("User-Agent")).isEqualTo("Candletrace");
    }

    @Test
    void comesBackToTheContextThatAsked() {
        // Given
        fake.always(HISTORY, json(BARS));
        var same = new CompletableFuture<Boolean>();
        var context = VERTX.getOrCreateContext();

        // When
        context.runOnContext(started -> asked.source()
                .fetch(AskedGateway.range(Timeframe.DAILY, "2025-05-14T13:30:00Z", "2025-05-14T20:00:00Z"))
                .subscribe()
                .with(bars -> same.complete(Vertx.currentContext() == context), same::completeExceptionally));

        // Then
        assertThat(same.orTimeout(10, TimeUnit.SECONDS).join()).isTrue();
    }

    @Test
    void looksAtTheSessionOnce_forAllWhoAskAtOnce() {
        // Given
        fake.always(HISTORY, json(BARS));
        var range = AskedGateway.range(Timeframe.DAILY, "2025-05-14T13:30:00Z", "2025-05-14T20:00:00Z");
        var source = asked.source();

        // When
        var answers = IntStream.range(0, 8)
                .mapToObj(asker -> source.fetch(range).subscribeAsCompletionStage())
                .toList();

        // Then
        assertThat(answers)
                .allSatisfy(answer -> assertThat(
                                answer.orTimeout(10, TimeUnit.SECONDS).join().bars())
                        .hasSize(1));
        assertThat(fake.requests(FakeGateway.TICKLE)).hasSize(1);
        assertThat(fake.requests(HISTORY)).hasSize(8);
    }

    @Test
    void beginsNoMoreRequestsThanAllowed() {
        // Given
        asked.with("requests-per-second", "5");
        fake.always(HISTORY, json(BARS));
        fetch();
        var begun = System.nanoTime();

        // When
        fetch();
        fetch();

        // Then
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofMillis(150));
    }

    private BarBatch fetch() {
        return asked.fetch(Timeframe.DAILY, "2025-05-14T13:30:00Z", "2025-05-14T20:00:00Z");
    }

    private ServiceException failure() {
        return asked.failure(this::fetch);
    }
}
