package io.candletrace.feed.binance;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static io.candletrace.feed.binance.StubbedBinance.KLINES;
import static io.candletrace.feed.binance.VendorAnswers.klines;
import static io.candletrace.feed.binance.VendorAnswers.refuses;
import static io.candletrace.feed.binance.VendorAnswers.says;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.feed.BarBatch;
import io.candletrace.feed.BarRange;
import io.candletrace.market.Symbol;
import io.candletrace.market.Timeframe;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class InquiryTest {
    private static final Vertx VERTX = Vertx.vertx();
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Instant FROM = Instant.parse("2024-05-30T00:00:00Z");
    private static final String BARS = klines(FROM, HOUR, 2);
    private static final String USED_WEIGHT = "X-MBX-USED-WEIGHT-1M";

    private final StubbedBinance vendor = new StubbedBinance(VERTX);

    @AfterAll
    static void stopVertx() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @AfterEach
    void close() {
        vendor.close();
    }

    @ParameterizedTest
    @MethodSource("passing")
    void asksAgain_after(ResponseDefinitionBuilder trouble) {
        vendor.with("timeout", "300ms").answers(KLINES, trouble, says(BARS));

        assertThat(fetch().bars()).hasSize(2);
        assertThat(vendor.asked()).hasSize(2);
    }

    static Stream<Arguments> passing() {
        return Stream.of(
                Arguments.argumentSet("an overload", aResponse().withStatus(503)),
                Arguments.argumentSet("an internal error", refuses(500, -1000, "An unknown error occurred")),
                Arguments.argumentSet("an HTML page", says("<html><body>Bad gateway</body></html>")),
                Arguments.argumentSet("JSON of another shape", says("{\"rows\":[]}")),
                Arguments.argumentSet("a row of another shape", says("[[1499040000000,0.0163479]]")),
                Arguments.argumentSet("JSON that breaks off", says(BARS.substring(0, BARS.length() / 2))),
                Arguments.argumentSet("JSON and more", says("[]<html></html>")),
                Arguments.argumentSet("an empty body", says("")),
                Arguments.argumentSet("a body that breaks off", aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK)),
                Arguments.argumentSet("a lost connection", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)),
                Arguments.argumentSet("a stall", says(BARS).withFixedDelay(1_000)));
    }

    @Test
    void comesBackWhenItIsToldTo() {
        vendor.from("2024-06-01T00:00:30Z")
                .answers(
                        KLINES,
                        refuses(429, -1003, "Too much request weight used").withHeader("Retry-After", "1"),
                        says(BARS));
        var began = System.nanoTime();

        assertThat(fetch().bars()).hasSize(2);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofMillis(950));
    }

    @Test
    void givesUp_whenItIsToldToComeBackAfterTheBudget() {
        vendor.answers(
                KLINES, refuses(429, -1003, "Too much request weight used").withHeader("Retry-After", "100"));

        assertUnavailable("klines of BTCUSDT", "in 1 request: HTTP 429");
        assertUnavailable("it asked for a pause", "2024-06-01T00:02:10");
        assertThat(vendor.asked()).hasSize(1);
    }

    @Test
    void givesUp_afterItsRetries() {
        vendor.with("retries", "1").answers(KLINES, aResponse().withStatus(503));

        assertUnavailable("Binance gave no klines of BTCUSDT: in 2 requests, the last: HTTP 503");
        assertThat(vendor.asked()).hasSize(2);
    }

    @Test
    void givesUp_whenTheBudgetIsSpent() {
        vendor.with("retries", "20")
                .with("retry-budget", "600ms")
                .answers(KLINES, aResponse().withStatus(503));

        assertUnavailable("in 2 requests, the last: HTTP 503");
    }

    @Test
    void givesUp_whenTheVendorStalls() {
        vendor.with("retries", "0")
                .with("timeout", "300ms")
                .answers(KLINES, says(BARS).withFixedDelay(2_000));

        assertUnavailable("no complete answer in 300 ms");
    }

    @Test
    void saysWhatItFound_whenThatIsNoJson() {
        vendor.with("retries", "0").answers(KLINES, says("<html>\n<body>Maintenance</body></html>"));

        assertUnavailable("klines in JSON were expected, found 38 bytes that begin with '<html>?<body>Maintenance");
    }

    @Test
    void sendsNothing_untilABanIsOver() {
        // Given
        var ban = refuses(418, -1003, "Way too much request weight used; IP banned until 1717200630000.");
        vendor.answers(KLINES, ban.withHeader("Retry-After", "7200"), says(BARS));

        // When
        assertUnavailable("banned this address until 2024-06-01T02:00:30");
        assertUnavailable("banned this address until 2024-06-01T02:00:30");

        // Then
        assertThat(vendor.asked()).hasSize(1);
    }

    @Test
    void asksAgain_onceABanIsOver() {
        vendor.from("2024-06-01T00:00:30Z")
                .answers(KLINES, refuses(418, -1003, "banned").withHeader("Retry-After", "0"), says(BARS));

        assertUnavailable("banned this address until 2024-06-01T00:00:3");

        assertThat(fetch().bars()).hasSize(2);
    }

    @Test
    void waitsUntilTheVendorsMinuteTurns_whenItsWeightIsNearlyUsedUp() {
        // Given
        var nearlyUsedUp = says(klines(FROM, HOUR, 1))
                .withHeader(USED_WEIGHT, "999")
                .withHeader("Date", "Sat, 01 Jun 2024 00:00:59 GMT");
        vendor.with("weight-per-minute", "1000")
                .from("2024-06-01T00:00:30Z")
                .answers(KLINES, nearlyUsedUp, says(BARS).withHeader(USED_WEIGHT, "2"));

        // When
        var bars = fetch().bars();

        // Then
        assertThat(bars).hasSize(2);
        assertThat(Duration.between(sentAt(0), sentAt(1))).isGreaterThan(Duration.ofMillis(900));
    }

    @ParameterizedTest
    @ValueSource(strings = {"999", "1200"})
    void sendsNothing_whenTheMinuteTurnsAfterTheBudget(String used) {
        vendor.with("weight-per-minute", "1000")
                .with("retry-budget", "5s")
                .answers(KLINES, says(klines(FROM, HOUR, 1)).withHeader(USED_WEIGHT, used));

        assertUnavailable("this minute's weight should stay within 1000, is " + used, "2024-06-01T00:01:00");
        assertThat(vendor.asked()).hasSize(1);
    }

    private Instant sentAt(int index) {
        return vendor.server()
                .getAllServeEvents()
                .reversed()
                .get(index)
                .getRequest()
                .getLoggedDate()
                .toInstant();
    }

    private void assertUnavailable(String... details) {
        var failure = catchThrowableOfType(ServiceException.class, this::fetch);
        assertThat(failure.reason()).isEqualTo(FailureReason.FEED_UNAVAILABLE);
        assertThat(failure.detail()).contains(details);
    }

    private BarBatch fetch() {
        var pair = vendor.source().instrument(new Symbol("BTCUSDT"));
        return vendor.fetch(new BarRange(pair, Timeframe.ONE_HOUR, FROM, FROM.plus(HOUR.multipliedBy(2))));
    }
}
