package io.candletrace.feed.ibkr;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.candletrace.testing.Database;
import io.candletrace.testing.PostgresResource;
import io.candletrace.testing.Runs;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whole executions over a gateway that answers as the vendor documents it. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(GatewayResource.class)
class IbkrExecutionTest {
    private static final String AS_OF = "2025-05-01T21:00:00Z";

    @Inject
    Database database;

    private final FakeGateway gateway = GatewayResource.gateway();

    @BeforeEach
    void nvidiaIsListed() {
        gateway.loggedIn()
                .always(FakeGateway.SEARCH, ContractsTest.searchResult("NVDA", 4815747))
                .always(FakeGateway.DEFINITION, ContractsTest.definitionsOf("NVDA", 4815747));
    }

    @Test
    void drawsAndDecides_onBarsOfTheContract() {
        // When
        var execution = run("broker", "NVDA");

        // Then
        assertThat(execution.getString("status")).isEqualTo("completed");
        var charts = Runs.json("/api/charts?execution_id=" + execution.getLong("id"));
        assertThat(charts.getList("items.source")).containsOnly("ibkr").hasSize(2);
        assertThat(charts.getList("items.conid")).containsOnly(4815747);
        assertThat(Runs.json("/api/market-data/NVDA?source=ibkr&to=" + AS_OF).getString("exchange"))
                .isEqualTo("NASDAQ");
    }

    @Test
    void asksTheGatewayOnlyOnce_forTheSameBars() {
        // Given
        run("first", "NASDAQ:NVDA");
        int asked = gateway.requests(FakeGateway.HISTORY).size();

        // When
        var execution = run("second", "NASDAQ:NVDA");

        // Then
        assertThat(execution.getString("status")).isEqualTo("completed");
        assertThat(gateway.requests(FakeGateway.HISTORY)).hasSize(asked);
        assertThat(
                        database.value(
                                "select count(*) from market_bars bar join instruments of on of.id = bar.instrument_id"
                                        + " where of.symbol = 'NASDAQ:NVDA' and bar.source = 'ibkr' and bar.adjustment = 'split'"))
                .isNotEqualTo("0");
    }

    @Test
    void failsATask_whoseSymbolMeansSeveralContracts() {
        // Given
        gateway.always(FakeGateway.SEARCH, ContractsTest.searchResult("TWIN", 1, 2))
                .always(FakeGateway.DEFINITION, ContractsTest.definitionsOf("TWIN", 1, 2));

        // When
        var execution = run("twins", "TWIN");

        // Then
        assertThat(execution.getString("tasks[0].status")).isEqualTo("failed");
        assertThat(execution.getString("tasks[0].last_error"))
                .startsWith("SYMBOL_AMBIGUOUS")
                .contains("CONID:");
    }

    @Test
    void failsATask_whenTheLoginIsGone_andWorksAgainWhenItIsBack() {
        // Given
        gateway.always(FakeGateway.TICKLE, FakeGateway.json(401, "{}"))
                .always(FakeGateway.STATUS, FakeGateway.json(401, "{}"));
        gateway.always(FakeGateway.SEARCH, FakeGateway.json(401, "{}"));

        // When
        var lost = run("gone", "AMEX:GONE");

        // Then
        assertThat(lost.getString("tasks[0].last_error")).startsWith("FEED_SESSION_LOST");
        nvidiaIsListed();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> given().get("/api/market-data/NVDA?source=ibkr&to=" + AS_OF)
                        .then()
                        .statusCode(200));
    }

    @Test
    void exportsNothing_thatMayNotBePassedOn() {
        given().accept("text/csv")
                .get("/api/market-data/NVDA?source=ibkr&to=" + AS_OF)
                .then()
                .statusCode(403);
    }

    private static JsonPath run(String strategy, String symbol) {
        var said = new HashMap<String, Object>(Runs.strategy("ibkr-" + strategy));
        said.put("symbols", List.of(symbol));
        said.put("feeds", List.of("ibkr"));
        given().contentType(ContentType.JSON)
                .body(said)
                .post("/api/strategies")
                .then()
                .statusCode(201);
        long id = given().contentType(ContentType.JSON)
                .body(Map.of("strategy", "ibkr-" + strategy, "as_of", AS_OF))
                .post("/api/executions")
                .then()
                .statusCode(202)
                .extract()
                .jsonPath()
                .getLong("id");
        await().atMost(Duration.ofSeconds(90))
                .until(() -> List.of("completed", "failed")
                        .contains(Runs.json("/api/executions/" + id).getString("status")));
        return Runs.json("/api/executions/" + id);
    }
}
