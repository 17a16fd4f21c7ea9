package io.candletrace.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;
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
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@WithTestResource(PostgresResource.class)
class StrategyVersionResourceTest {

    @Test
    void adds_theNextVersion_whichIsCurrent() {
        // Given
        create("next");

        // When
        var added = add("next", Map.of("displayed_bars", 99, "created_by", "ada", "change_note", "fewer bars"));

        // Then
        added.statusCode(201)
                .header("Location", endsWith("/api/strategies/next/versions/2"))
                .body("name", equalTo("next"))
                .body("version", equalTo(2))
                .body("displayed_bars", equalTo(99))
                .body("created_by", equalTo("ada"))
                .body("change_note", equalTo("fewer bars"))
                .body("created_at", notNullValue());
        assertThat(given().get("/api/strategies/next/versions/2").asString())
                .isEqualTo(added.extract().asString());
        given().get("/api/strategies/next")
                .then()
                .body("version", equalTo(2))
                .body("current_version_id", equalTo(added.extract().jsonPath().getInt("id")))
                .body("version_created_at", equalTo(added.extract().jsonPath().getString("created_at")))
                .body("displayed_bars", equalTo(99));
    }

    @Test
    void keepsWhatEarlierVersionsSay() {
        create("kept");
        var first = given().get("/api/strategies/kept/versions/1").asString();

        add("kept", Map.of("symbols", List.of("CHARLIE")));

        assertThat(given().get("/api/strategies/kept/versions/1").asString()).isEqualTo(first);
    }

    @Test
    void saysEverythingAnew() {
        create("anew");
        add("anew", Map.of("displayed_bars", 99, "horizon_bars", 7)).statusCode(201);

        add("anew", Map.of("horizon_bars", 8))
                .body("displayed_bars", equalTo(160))
                .body("horizon_bars", equalTo(8));
    }

    @Test
    void pinsPromptsAnew() {
        // Given
        given().contentType(ContentType.JSON)
                .body(Map.of("name", "repinned", "system_text", "s", "body", "one"))
                .post("/api/prompts");
        create("repins", Map.of("prompts", Map.of("1d", "repinned")));
        var second = given().contentType(ContentType.JSON)
                .body(Map.of("system_text", "s", "body", "two", "activate", true))
                .post("/api/prompts/repinned/versions")
                .jsonPath()
                .getInt("id");

        // When
        var added = add("repins", Map.of("prompts", Map.of("1d", "repinned")));

        // Then
        added.statusCode(201).body("prompts.'1d'", equalTo(second));
    }

    @Test
    void lists_newestFirst_aPageAtATime() {
        create("listed");
        add("listed", Map.of("horizon_bars", 6));
        add("listed", Map.of("horizon_bars", 7));

        var first = Runs.json("/api/strategies/listed/versions?limit=2");
        var second = Runs.json("/api/strategies/listed/versions?limit=2&cursor=" + first.getString("next_cursor"));

        assertThat(first.getList("items.version")).containsExactly(3, 2);
        assertThat(second.getList("items.version")).containsExactly(1);
        assertThat(second.getList("items.created_by")).containsExactly("api");
    }

    @Test
    void refuses_whatIsCurrentAlready() {
        var risk = Map.of("risk_params", Map.of("max", 1.50, "min", 1, "deep", Map.of("a", List.of(1, "x"))));
        create("unchanged", risk);

        add("unchanged", Map.of("risk_params", Map.of("min", 1.0, "max", 1.5, "deep", Map.of("a", List.of(1, "x")))))
                .statusCode(409)
                .body("type", equalTo("/problems/conflict"))
                .body("detail", startsWith("version 1, the current one of 'unchanged', is the same"));
        add("unchanged", Map.of("risk_params", Map.of("min", 2)))
                .statusCode(201)
                .body("version", equalTo(2));
        add("unchanged", risk).statusCode(201).body("version", equalTo(3));
    }

    @ParameterizedTest
    @MethodSource
    void refuses_whatBelongsToTheStrategy(Map<String, Object> said, String told) {
        given().contentType(ContentType.JSON)
                .body(scheduled("belongs"))
                .post("/api/strategies")
                .then();

        add("belongs", said).statusCode(422).body("detail", startsWith(told + ": expected nothing, or what"));
    }

    static Stream<Arguments> refuses_whatBelongsToTheStrategy() {
        return Stream.of(
                argumentSet("a name", Map.of("name", "other"), "name"),
                argumentSet("a description", Map.of("description", "other"), "description"),
                argumentSet("a schedule", Map.of("schedule", "0 0 9 * * ?"), "schedule"),
                argumentSet("a zone", Map.of("time_zone", "Europe/Berlin"), "time_zone"),
                argumentSet("missed fires", Map.of("catch_up", "all"), "catch_up"),
                argumentSet(
                        "several",
                        Map.of("catch_up", "all", "description", "x", "time_zone", "UTC"),
                        "description, time_zone, catch_up"));
    }

    @Test
    void takes_whatBelongsToTheStrategy_whenItIsTheSame() {
        given().contentType(ContentType.JSON).body(scheduled("repeats")).post("/api/strategies");

        var again = scheduled("repeats");
        again.put("horizon_bars", 9);

        add("repeats", again).statusCode(201).body("version", equalTo(2));
        assertThat(Runs.json("/api/strategies/repeats").getString("schedule")).isEqualTo("0 30 16 ? * MON-FRI");
    }

    @Test
    void refuses_whatIsImpossible() {
        create("possible");

        add("possible", Map.of("models", List.of("gpt-0"))).statusCode(422).body("detail", containsString("gpt-0"));
        add("possible", Map.of("created_by", "candletrace")).statusCode(422);
        add("no-such", Map.of()).statusCode(404);
        given().get("/api/strategies/possible/versions/2").then().statusCode(404);
        given().get("/api/strategies/possible/versions/x").then().statusCode(404);
        given().get("/api/strategies/no-such/versions").then().statusCode(404);
        assertThat(Runs.json("/api/strategies/possible/versions").getList("items"))
                .hasSize(1);
    }

    @Test
    void numbersVersions_thatArriveTogether() throws InterruptedException, ExecutionException {
        // Given
        create("together");
        List<Callable<Integer>> requests = IntStream.range(0, 8)
                .<Callable<Integer>>mapToObj(i -> () -> add("together", Map.of("horizon_bars", 10 + i))
                        .extract()
                        .statusCode())
                .toList();

        // When
        try (var together = Executors.newFixedThreadPool(8)) {
            for (var answer : together.invokeAll(requests)) {
                assertThat(answer.get()).isEqualTo(201);
            }
        }

        // Then
        assertThat(Runs.json("/api/strategies/together/versions").getList("items.version"))
                .containsExactly(9, 8, 7, 6, 5, 4, 3, 2, 1);
        assertThat(Runs.json("/api/strategies/together").getInt("version")).isEqualTo(9);
    }

    private static Map<String, Object> scheduled(String name) {
        var strategy = new HashMap<>(Runs.strategy(name));
        strategy.putAll(Map.of(
                "description", "as it is",
                "schedule", "0 30 16 ? * MON-FRI",
                "time_zone", "America/New_York",
                "catch_up", "skip"));
        return strategy;
    }

    private static void create(String name) {
        create(name, Map.of());
    }

    private static void create(String name, Map<String, ?> more) {
        var strategy = new HashMap<>(Runs.strategy(name));
        strategy.putAll(more);
        post("/api/strategies", strategy).statusCode(201);
    }

    private static ValidatableResponse add(String name, Map<String, ?> more) {
        var version = new HashMap<>(Runs.strategy(name));
        version.remove("name");
        version.putAll(more);
        return post("/api/strategies/" + name + "/versions", version);
    }

    private static ValidatableResponse post(String path, Map<String, ?> body) {
        return given().contentType(ContentType.JSON).body(body).post(path).then();
    }
}
