package io.candletrace.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.in;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.candletrace.testing.PostgresResource;
import io.candletrace.testing.Runs;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the service says of itself, and how it refuses. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class ServiceResourceTest {

    @Test
    void lists_modelsWithoutSecrets() {
        given().get("/api/models")
                .then()
                .statusCode(200)
                .body("items[0].name", equalTo("rules-v1"))
                .body("items[0].reachable", equalTo(true));
        assertThat(given().get("/api/models").asString()).doesNotContain("key");
    }

    @Test
    void lists_indicators() {
        given().get("/api/indicators")
                .then()
                .statusCode(200)
                .body(
                        "items.name",
                        contains(
                                "RSI",
                                "MACD",
                                "SMA",
                                "EMA",
                                "Bollinger_Bands",
                                "ATR",
                                "SuperTrend",
                                "OBV",
                                "ADX",
                                "Stochastic"))
                .body("items.source", everyItem(not(emptyString())))
                .body("items.find { it.name == 'RSI' }.parameters[0].default_value", equalTo(14));
    }

    @Test
    void lists_whatIndicatorsCanBeAskedWith() {
        given().get("/api/indicators")
                .then()
                .body("items.find { it.name == 'SMA' }.parameters.default_value", contains(List.of(20, 50, 200)))
                .body("items.find { it.name == 'SuperTrend' }.parameters.maximum", contains(500, 10))
                .body("items.find { it.name == 'OBV' }.parameters", empty())
                .body("items.find { it.name == 'ADX' }.parameters.name", contains("period"))
                .body("items.find { it.name == 'ADX' }.parameters.default_value", contains(14))
                .body("items.find { it.name == 'ADX' }.parameters.minimum", contains(2))
                .body("items.find { it.name == 'Stochastic' }.parameters.name", contains("k", "smooth", "d"))
                .body("items.find { it.name == 'Stochastic' }.parameters.default_value", contains(14, 3, 3))
                .body("items.find { it.name == 'Stochastic' }.parameters.minimum", contains(1, 1, 1))
                .body("items.parameters.flatten().type", everyItem(in(List.of("period", "periods", "factor"))))
                .body("items.parameters.flatten().maximum", everyItem(notNullValue()));
    }

    @Test
    void isReady_withItsDatabaseAndStore() {
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.name", hasItems("Object store"))
                .body("status", equalTo("UP"));
        given().get("/q/health/live").then().statusCode(200).body("checks", equalTo(List.of()));
    }

    @Test
    void showsTheIbkrSession_withoutUsingIt() {
        given().get("/q/health/well")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'ibkr session' }.data.state", equalTo("not used"));
    }

    @Test
    void describes_itself() {
        assertThat(given().accept(ContentType.JSON)
                        .get("/q/openapi")
                        .jsonPath()
                        .getMap("paths")
                        .keySet())
                .extracting(Object::toString)
                .contains("/api/executions", "/api/signals/{id}/lineage", "/api/objects/{key}")
                .doesNotContain("/signals/{id}");
    }

    @Test
    void describesAnswers_inSnakeCase() {
        given().accept(ContentType.JSON)
                .get("/q/openapi")
                .then()
                .body("components.schemas.ChartView.properties", hasKey("price_change_pct"))
                .body("components.schemas.ChartView.properties", not(hasKey("priceChangePct")));
    }

    @Test
    void refuses_unknownPaths() {
        problem(given().get("/api/nothing").then(), 404, "not-found");
        problem(given().get("/nothing").then(), 404, "not-found");
    }

    @Test
    void refuses_otherMethods() {
        problem(given().delete("/api/signals").then(), 405, "method-not-allowed");
    }

    @Test
    void refuses_otherMediaTypes() {
        problem(given().accept("image/png").get("/api/signals").then(), 406, "not-acceptable");
        problem(
                given().contentType("text/plain")
                        .body("x")
                        .post("/api/executions")
                        .then(),
                415,
                "unsupported-media-type");
    }

    @Test
    void refuses_anEmptyBody() {
        problem(given().contentType(ContentType.JSON).post("/api/executions").then(), 400, "invalid-request");
    }

    @Test
    void neverShows_classesOrStacks() {
        var answer =
                given().contentType(ContentType.JSON).body("{\"strategy\": {}}").post("/api/executions");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.asString())
                .doesNotContain("java.")
                .doesNotContain("io.candletrace")
                .contains("strategy");
    }

    @Test
    void gives_jsonUnlessAskedOtherwise() {
        Runs.finished();

        given().accept("*/*").get("/api/signals").then().contentType(ContentType.JSON);
        given().accept("text/csv;q=0.5, application/json")
                .get("/api/signals")
                .then()
                .contentType(ContentType.JSON);
    }

    private static void problem(ValidatableResponse answer, int status, String type) {
        answer.statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/" + type))
                .body("status", equalTo(status))
                .body("title", containsString(""))
                .body("instance", containsString("/"));
    }
}
