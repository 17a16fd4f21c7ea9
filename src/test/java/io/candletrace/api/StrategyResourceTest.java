package io.candletrace.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.candletrace.testing.PostgresResource;
import io.candletrace.testing.Runs;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@WithTestResource(PostgresResource.class)
class StrategyResourceTest {

    @Test
    void creates_withDefaults() {
        post(Runs.strategy("defaults"))
                .statusCode(201)
                .header("Location", endsWith("/api/strategies/defaults"))
                .body("version", equalTo(1))
                .body("displayed_bars", equalTo(160))
                .body("horizon_bars", equalTo(5))
                .body("models", equalTo(List.of("rules-v1")))
                .body("adjustment", equalTo("raw"))
                .body("schedule", nullValue());
    }

    @Test
    void reads_whatItCreated() {
        var created = post(with("read-back", "schedule", "0 30 16 ? * MON-FRI"))
                .extract()
                .asString();

        assertThat(given().get("/api/strategies/read-back").asString()).isEqualTo(created);
    }

    @Test
    void keepsWhoMadeIt_andWhy() {
        post(with("signed", "created_by", "ada"))
                .body("created_by", equalTo("ada"))
                .body("change_note", equalTo(""))
                .body("version_created_at", notNullValue());

        post(with("forged", "created_by", "candletrace")).statusCode(422).body("detail", containsString("created_by"));
    }

    @Test
    void isDeactivated_andActivated() {
        post(with("resting", "schedule", "0 30 16 ? * MON-FRI"));

        given().post("/api/strategies/resting/deactivate")
                .then()
                .statusCode(200)
                .body("active", equalTo(false))
                .body("version", equalTo(1));
        assertThat(Runs.json("/api/strategies/resting").getBoolean("active")).isFalse();
        given().post("/api/strategies/resting/activate").then().statusCode(200).body("active", equalTo(true));
        given().post("/api/strategies/resting/activate").then().statusCode(200).body("active", equalTo(true));
        given().post("/api/strategies/no-such/deactivate").then().statusCode(404);
    }

    @Test
    void pinsPrompts_byVersion() {
        var active = Runs.json("/api/prompts/weekly").getInt("active_template_id");

        post(with("pinned", "prompts", Map.of("1d", "weekly@1")))
                .statusCode(201)
                .body("prompts.'1d'", equalTo(active))
                .body("prompts.'1w'", equalTo(active));
    }

    @Test
    void lists_newestFirst() {
        post(Runs.strategy("older"));
        post(Runs.strategy("newer"));

        var first = Runs.json("/api/strategies?limit=1");
        var second = Runs.json("/api/strategies?limit=1&cursor=" + first.getString("next_cursor"));

        assertThat(first.getString("items[0].name")).isEqualTo("newer");
        assertThat(second.getString("items[0].name")).isEqualTo("older");
    }

    @Test
    void refuses_aNameThatIsTaken() {
        post(Runs.strategy("taken"));

        post(Runs.strategy("taken")).statusCode(409).body("type", equalTo("/problems/conflict"));
    }

    @ParameterizedTest
    @MethodSource
    void refuses_asImpossible(Map<String, Object> body, String told) {
        post(body)
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/impossible-request"))
                .body("detail", containsString(told));
    }

    static Stream<Arguments> refuses_asImpossible() {
        return Stream.of(
                argumentSet("an unknown indicator", with("x", "indicators", Map.of("VWAP", Map.of())), "VWAP"),
                argumentSet("a period of 0", with("x", "indicators", Map.of("RSI", Map.of("period", 0))), "0"),
                argumentSet("an unknown model", with("x", "models", List.of("gpt-0")), "gpt-0"),
                argumentSet("an unknown prompt", with("x", "prompts", Map.of("1d", "no-such")), "no-such"),
                argumentSet("an unknown version", with("x", "prompts", Map.of("1d", "daily@99")), "daily@99"),
                argumentSet("an unknown timeframe", with("x", "timeframes", List.of("2d")), "2d"),
                argumentSet("no symbols", with("x", "symbols", List.of()), "symbols"),
                argumentSet("too many symbols", with("x", "symbols", symbols(501)), "501"),
                argumentSet("a bad cron", with("x", "schedule", "hourly"), "hourly"),
                argumentSet("an unknown zone", with("x", "time_zone", "Mars/Olympus"), "Mars/Olympus"),
                argumentSet("a feed that is none", with("x", "feeds", List.of("yahoo")), "yahoo"),
                argumentSet("prices that no feed delivers", rawOfABroker(), "raw"),
                argumentSet("a feed without its configuration", with("x", "feeds", List.of("csv")), "csv.directory"),
                argumentSet("bars that no feed has", with("x", "timeframes", List.of("5m")), "5m"),
                argumentSet(
                        "a deciding model it does not list",
                        with("x", "signal_policy", Map.of("deciding_model", "gpt-0")),
                        "gpt-0"));
    }

    @ParameterizedTest
    @MethodSource
    void refuses_asInvalid(Object body, String told) {
        post(body)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/invalid-request"))
                .body("detail", containsString(told));
    }

    static Stream<Arguments> refuses_asInvalid() {
        return Stream.of(
                argumentSet("what is no JSON", "{\"name\": ", "not JSON"),
                argumentSet("two values", "{} {}", "JSON"),
                argumentSet("a list", "[]", "object"),
                argumentSet("null", "null", "empty"),
                argumentSet("an unknown field", "{\"nmae\": \"x\"}", "nmae"),
                argumentSet("a field twice", "{\"name\": \"x\", \"name\": \"y\"}", "name"),
                argumentSet("a text for a number", with("x", "displayed_bars", "many"), "displayed_bars"),
                argumentSet("a fraction of a bar", with("x", "displayed_bars", 1.5), "displayed_bars"),
                argumentSet("no name", "{}", "name"),
                argumentSet("a name with a slash", with("a/b", "description", ""), "a/b"),
                argumentSet("a malformed symbol", with("x", "symbols", List.of("spy")), "spy"),
                argumentSet("a hole in a list", "{\"name\": \"x\", \"symbols\": [null]}", "symbols"),
                argumentSet("a NUL", with("x", "risk_params", Map.of("a", "\0")), "risk_params"));
    }

    @Test
    void saysThatAStrategyIsUnknown() {
        given().get("/api/strategies/no-such")
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/not-found"))
                .body("instance", equalTo("/api/strategies/no-such"));
    }

    private static ValidatableResponse post(Object body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post("/api/strategies")
                .then();
    }

    private static Map<String, Object> rawOfABroker() {
        var strategy = with("x", "feeds", List.of("ibkr"));
        strategy.put("adjustment", "raw");
        return strategy;
    }

    private static Map<String, Object> with(String name, String field, Object value) {
        var strategy = new HashMap<>(Runs.strategy(name));
        strategy.put(field, value);
        return strategy;
    }

    private static List<String> symbols(int count) {
        return IntStream.range(0, count).mapToObj(i -> "S" + i).toList();
    }
}
