package io.candletrace.feed.ibkr;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static io.candletrace.feed.ibkr.FakeGateway.INIT;
import static io.candletrace.feed.ibkr.FakeGateway.STATUS;
import static io.candletrace.feed.ibkr.FakeGateway.TICKLE;
import static io.candletrace.feed.ibkr.FakeGateway.json;
import static io.candletrace.feed.ibkr.FakeGateway.loginPage;
import static io.candletrace.feed.ibkr.FakeGateway.status;
import static io.candletrace.feed.ibkr.FakeGateway.tickle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class IbkrSessionTest {
    private static final Vertx VERTX = Vertx.vertx();
    private static final Instant NOON = Instant.parse("2025-05-14T16:00:00Z");
    private static final Instant NIGHT = Instant.parse("2025-05-15T04:10:00Z");
    private static final String ACCOUNTS = "/iserver/accounts";

    private final FakeGateway fake = FakeGateway.start().always(ACCOUNTS, json("{}"));
    private final AskedGateway asked = new AskedGateway(VERTX, fake.baseUrl(), NOON);

    @AfterAll
    static void stopVertx() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @AfterEach
    void close() {
        asked.close();
        fake.close();
    }

    @Test
    void asksNobody_beforeItIsUsed() {
        asked.source().profile();

        assertThat(fake.requests(TICKLE)).isEmpty();
        assertThat(health()).containsExactly(Map.entry("state", "not used"));
        assertThat(asked.health().call().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void looksOnce_andAsksFromThenOn() {
        fake.loggedIn();

        asked.ask();
        asked.ask();

        assertThat(fake.requests(TICKLE)).hasSize(1);
        assertThat(fake.requests(ACCOUNTS)).hasSize(2);
        assertThat(health())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "state", "ready", "since", "2025-05-14T16:00:00Z", "last_tickle", "2025-05-14T16:00:00Z"));
    }

    @ParameterizedTest
    @MethodSource
    void tellsLostSessionsApart(ResponseDefinitionBuilder tickle, String state, String words) {
        // Given
        fake.always(TICKLE, tickle);

        // When
        var failure = failure();

        // Then
        assertThat(failure.reason()).isEqualTo(FailureReason.FEED_SESSION_LOST);
        assertThat(failure.detail()).contains(words).doesNotContain("bb665d0f55b6289d70bc7380089fc96f");
        assertThat(health()).containsEntry("state", state);
        assertThat(asked.health().call().getStatus()).isEqualTo(Status.DOWN);
        assertThat(fake.requests(ACCOUNTS)).isEmpty();
    }

    static Stream<Arguments> tellsLostSessionsApart() {
        return Stream.of(
                argumentSet("401", json(401, "{}"), "login expired", "the login has expired; log in again at http://"),
                argumentSet("no session", json("{\"error\": \"no session\"}"), "login expired", "log in again"),
                argumentSet("a login page", loginPage(), "login expired", "log in again"),
                argumentSet(
                        "a way to the login page",
                        aResponse().withStatus(302).withHeader("Location", "/sso/Login"),
                        "login expired",
                        "log in again"),
                argumentSet("competing", tickle(true, true), "competing", "another program (TWS, the mobile app)"),
                argumentSet(
                        "503", json(503, "{\"error\": \"x\"}"), "maintenance", "(HTTP 503, 'x'), as in their nightly"));
    }

    @Test
    void isUnavailable_whenTheGatewayDoesNotAnswer() {
        fake.always(TICKLE, aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));

        var failure = failure();

        assertThat(failure.reason()).isEqualTo(FailureReason.FEED_UNAVAILABLE);
        assertThat(failure.detail())
                .contains("does not answer (connection failed")
                .contains("see that it runs");
        assertThat(health()).containsEntry("state", "gateway unreachable");
    }

    @Test
    void survivesAConnectionThatDiedUnnoticed() {
        fake.inTurn(TICKLE, aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER), tickle(true, false));

        assertThat(asked.ask()).isTrue();
    }

    @Test
    void beginsABrokerageSession_whenOnlyThatHasDied() {
        // Given
        fake.always(TICKLE, tickle(false, false))
                .always(INIT, status(false, false))
                .inTurn(STATUS, status(false, false), status(true, false));

        // When
        var answered = asked.ask();

        // Then
        assertThat(answered).isTrue();
        assertThat(fake.requests(INIT))
                .singleElement()
                .satisfies(request ->
                        assertThat(request.getBodyAsString()).isEqualTo("{\"publish\": true, \"compete\": false}"));
        assertThat(fake.requests(STATUS)).hasSize(2);
        assertThat(health()).containsEntry("state", "ready");
    }

    @Test
    void givesUp_whenNoBrokerageSessionComes() {
        asked.with("session-patience", "0.5S");
        fake.always(TICKLE, tickle(false, false))
                .always(INIT, status(false, false))
                .always(STATUS, status(false, false));

        assertThat(failure().detail()).contains("the login is alive, but no brokerage session came of it");
    }

    @Test
    void callsItMaintenance_whenNoBrokerageSessionComesAtNight() {
        asked.with("session-patience", "0.1S");
        asked.clock().advance(Duration.between(NOON, NIGHT));
        fake.always(TICKLE, tickle(false, false)).always(INIT, json(503, "{}"));

        assertThat(failure().detail()).contains("nightly reset").contains("nothing is to be done but to wait");
    }

    @Test
    void takesTheSession_onlyWhenToldTo() {
        asked.with("compete", "true");
        fake.always(TICKLE, tickle(true, true)).always(INIT, status(true, false));

        assertThat(asked.ask()).isTrue();
        assertThat(fake.requests(INIT).getFirst().getBodyAsString()).contains("\"compete\": true");
    }

    @Test
    void healsByItself_whenTheLoginIsBack() {
        // Given
        fake.inTurn(TICKLE, tickle(true, false), json(401, "{}"), tickle(true, false))
                .inTurn(ACCOUNTS, json("{}"), json(401, "{}"), json("{}"));
        asked.ask();

        // When
        var lost = failure();
        var healed = asked.ask();

        // Then
        assertThat(lost.detail()).contains("the login has expired");
        assertThat(healed).isTrue();
    }

    @Test
    void doesNotLookAgain_beforeItsTime() {
        // Given
        asked.with("recheck-after", "5S");
        fake.inTurn(TICKLE, json(401, "{}"), tickle(true, false));

        // When
        var first = failure();
        var second = failure();
        asked.clock().advance(Duration.ofSeconds(5));

        // Then
        assertThat(second.detail()).isEqualTo(first.detail());
        assertThat(asked.ask()).isTrue();
        assertThat(fake.requests(TICKLE)).hasSize(2);
    }

    @Test
    void asksOnceMore_whenOnlyTheAnswerDoubtsTheSession() {
        fake.loggedIn()
                .inTurn(ACCOUNTS, json(400, "{\"error\": \"Init session first\", \"statusCode\": 400}"), json("{}"));

        assertThat(asked.ask()).isTrue();
        assertThat(fake.requests(TICKLE)).hasSize(2);
    }

    @Test
    void fails_whenTheGatewayContradictsItself() {
        fake.loggedIn().always(ACCOUNTS, loginPage());

        assertThat(failure().reason()).isEqualTo(FailureReason.FEED_SESSION_LOST);
        assertThat(fake.requests(ACCOUNTS)).hasSize(2);
    }

    @Test
    void isKeptAlive_whileItIsUsed() {
        asked.with("tickle-every", "0.02S");
        fake.loggedIn();

        asked.ask();

        await().untilAsserted(() -> assertThat(fake.requests(TICKLE)).hasSizeGreaterThan(3));
    }

    @Test
    void isForgotten_whenItIsUsedNoMore() {
        // Given
        asked.with("tickle-every", "0.02S").with("idle-after", "10M");
        fake.loggedIn();
        asked.ask();

        // When
        asked.clock().advance(Duration.ofMinutes(10));

        // Then
        await().untilAsserted(() -> assertThat(health()).containsEntry("state", "not used"));
        assertThat(asked.ask()).isTrue();
        assertThat(health()).containsEntry("state", "ready");
    }

    private ServiceException failure() {
        return asked.failure(asked::ask);
    }

    private Map<String, Object> health() {
        return asked.health().call().getData().orElseThrow();
    }
}
