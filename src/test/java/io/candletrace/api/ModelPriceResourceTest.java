package io.candletrace.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.candletrace.testing.PostgresResource;
import io.candletrace.testing.PricedModelsResource;
import io.candletrace.testing.Runs;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(PricedModelsResource.class)
class ModelPriceResourceTest {

    @Test
    void knowsConfiguredPrices_fromTheStart() {
        var prices = Runs.json("/api/model-prices?model=seasoned");

        assertThat(prices.getList("items")).hasSize(1);
        assertThat(prices.getMap("items[0]"))
                .containsEntry("model", "seasoned")
                .containsEntry("service_tier", "default")
                .containsEntry("effective_from", "1970-01-01T00:00:00Z")
                .containsEntry("input", 2.5f)
                .containsEntry("input_cached", 0.25f)
                .containsEntry("cache_write", 2.5f)
                .containsEntry("output", 10)
                .containsEntry("output_reasoning", 10)
                .containsEntry("source", "configuration");
    }

    @Test
    void entersAPrice_andReadsItBack() {
        var entered = post("""
                {"model": "priced", "service_tier": "flex", "effective_from": "2026-01-01T00:00:00Z", "input": 1.000001,
                 "input_cached": 0.000001, "cache_write": 2, "output": 3, "output_reasoning": 4, "created_by": "ada",
                 "change_note": "the vendor's list of January"}""").statusCode(201);

        var id = entered.extract().jsonPath().getLong("id");
        var read = given().get("/api/model-prices/" + id);
        entered.header("Location", endsWith("/api/model-prices/" + id))
                .body("created_by", equalTo("ada"))
                .body("change_note", equalTo("the vendor's list of January"))
                .body("source", equalTo("api"));
        assertThat(read.asString())
                .isEqualTo(entered.extract().asString())
                .contains("\"input\":1.000001,\"input_cached\":0.000001,\"cache_write\":2,\"output\":3,");
    }

    @Test
    void fallsBack_onNowAndThePricesOfInputAndOutput() {
        var price = post("{\"model\": \"unpriced\", \"service_tier\": \"batch\", \"input\": 0, \"output\": 7}")
                .statusCode(201)
                .body("input_cached", equalTo(0))
                .body("cache_write", equalTo(0))
                .body("output_reasoning", equalTo(7))
                .body("created_by", equalTo("api"))
                .extract()
                .jsonPath();

        assertThat(Duration.between(Instant.parse(price.getString("effective_from")), Instant.now())
                        .abs())
                .isLessThan(Duration.ofMinutes(1));
    }

    @Test
    void lists_whatIsInEffect() {
        enter("2025-01-01T00:00:00Z", 1);
        enter("2026-01-01T00:00:00Z", 2);
        enter("2025-01-01T00:00:00Z", 3);

        var all = Runs.json("/api/model-prices?model=priced&service_tier=listed&limit=2");
        var rest = Runs.json(
                "/api/model-prices?model=priced&service_tier=listed&limit=2&cursor=" + all.getString("next_cursor"));
        var in2025 = Runs.json("/api/model-prices?model=priced&service_tier=listed&at=2025-06-01T00:00:00Z");

        assertThat(all.getList("items.input")).isEqualTo(List.of(2, 3));
        assertThat(rest.getList("items.input")).isEqualTo(List.of(1));
        assertThat(rest.getString("next_cursor")).isNull();
        assertThat(in2025.getList("items.input")).isEqualTo(List.of(3));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'model': 'no-such', 'input': 1, 'output': 1} | 422 | no-such",
                "{'model': 'rules-v1', 'input': 1, 'output': 1} | 422 | priced, seasoned, unpriced",
                "{'model': 'priced', 'input': -1, 'output': 1} | 422 | input: expected US dollars a million tokens",
                "{'model': 'priced', 'input': 1, 'output': 0.0000001} | 422 | output: expected",
                "{'model': 'priced', 'input': 1, 'output': 10000.01} | 422 | output: expected",
                "{'model': 'priced', 'input': 1, 'output': 1e99999} | 422 | output: expected",
                "{'model': 'priced', 'input': 1, 'output': 1, 'input_cached': 1e-7} | 422 | input_cached: expected",
                "{'model': 'priced', 'output': 1} | 400 | input",
                "{'model': 'priced', 'input': 1} | 400 | output",
                "{'input': 1, 'output': 1} | 400 | model",
                "{'model': 'priced', 'input': '1', 'output': 1} | 400 | input",
                "{'model': 'priced', 'input': NaN, 'output': 1} | 400 | JSON",
                "{'model': 'priced', 'input': 1, 'output': 1, 'effective_from': 'soon'} | 400 | effective_from",
                "{'model': 'priced', 'input': 1, 'output': 1, 'service_tier': ' '} | 400 | service_tier",
                "{'model': 'priced', 'input': 1, 'output': 1, 'per': 'token'} | 400 | per",
                "null | 400 | empty"
            })
    void refuses(String body, int status, String told) {
        post(body.replace('\'', '"')).statusCode(status).body("detail", containsString(told));
    }

    @ParameterizedTest
    @CsvSource({"/api/model-prices/999999", "/api/model-prices/abc"})
    void saysThatAPriceIsUnknown(String path) {
        given().get(path).then().statusCode(404).body("type", equalTo("/problems/not-found"));
    }

    @Test
    void refuses_aMalformedTime() {
        given().get("/api/model-prices?at=now").then().statusCode(400).body("detail", containsString("at:"));
    }

    private static void enter(String from, int input) {
        post("{\"model\": \"priced\", \"service_tier\": \"listed\", \"output\": 1, \"effective_from\": \"" + from
                        + "\", \"input\": " + input + "}")
                .statusCode(201);
    }

    private static ValidatableResponse post(String body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post("/api/model-prices")
                .then();
    }
}
