package io.candletrace.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.candletrace.testing.PostgresResource;
import io.candletrace.testing.Runs;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(PostgresResource.class)
class StudyResourceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final String FROM = "2024-03-04T21:00:00Z";
    private static final String TO = "2024-03-07T22:00:00Z";

    @Test
    void runsJudgesAndScores_andComesToTheSameDigitsAgain() {
        create("studied");
        var first = start(body("studied", FROM, TO, "[5, 1]"));

        var study = completed(first);
        var tables = Runs.json("/api/studies/" + first + "/result");

        assertThat(study.getList("horizons")).isEqualTo(List.of(1, 5));
        assertThat(study.getInt("backfill.completed")).isEqualTo(4);
        // Of each execution one signal and one analysis.
        assertThat(study.getInt("subjects.total")).isEqualTo(8);
        assertThat(study.getInt("subjects.resolved")).isEqualTo(8);
        assertThat(tables.getList("horizon")).containsExactly(1, 1, 1, 5, 5, 5);
        assertThat(tables.getList("subject"))
                .containsExactly("signals", "signals", "analyses", "signals", "signals", "analyses");
        assertThat(tables.getInt("[0].scorecards[0].resolved")).isEqualTo(4);
        assertThat(tables.getString("[1].scorecards[0].group.symbol")).isEqualTo("STUDIED");
        assertThat(Runs.json("/api/scorecards?horizon=5&study=" + first).getMap("scorecards[0].rate"))
                .isEqualTo(tables.getMap("[3].scorecards[0].rate"));

        var second = given().contentType(ContentType.JSON)
                .body("{}")
                .post("/api/studies/" + first + "/repeat")
                .then()
                .statusCode(202)
                .extract()
                .jsonPath()
                .getLong("id");
        var repeated = completed(second);

        assertThat(second).isNotEqualTo(first);
        assertThat(repeated.getLong("repeats.study")).isEqualTo(first);
        assertThat(repeated.getBoolean("repeats.same_inputs")).isTrue();
        assertThat(repeated.getBoolean("repeats.same_result")).isTrue();
        assertThat(repeated.getInt("subjects.total")).isEqualTo(8);
        given().get("/api/studies?strategy=studied&status=completed")
                .then()
                .statusCode(200)
                .body("items.id", equalTo(List.of((int) second, (int) first)));
    }

    @Test
    void isWatchedUntilItIsOver() {
        create("watched-study");
        var id = start(body("watched-study", FROM, TO, "[1]"));

        var told = given().get("/api/studies/" + id + "/events")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(told.lines().filter(line -> line.startsWith("event:")).toList())
                .isNotEmpty()
                .last()
                .asString()
                .endsWith("completed");
        assertThat(told).contains("\"result_sha256\":\"");
        given().get("/api/studies/999999999/events").then().statusCode(404);
    }

    @Test
    void isStartedOnce_whoeverAsksAgain() {
        create("studied-once");
        var body = body("studied-once", FROM, TO, "[1]");

        var ids = List.of(keyed(body), keyed(body));

        assertThat(ids.getFirst()).isEqualTo(ids.getLast());
    }

    @Test
    void fails_whenItsBackfillIsCancelled() {
        create("study-cancelled");
        var id = start(body("study-cancelled", "2020-03-04T21:00:00Z", TO, "[1]"));
        var backfill = Runs.json("/api/studies/" + id).getLong("backfill.id");

        given().contentType(ContentType.JSON)
                .body("{\"reason\": \"enough\"}")
                .post("/api/backfills/" + backfill + "/cancel")
                .then()
                .statusCode(202);

        var study = ended(id);
        assertThat(study.getString("phase")).isEqualTo("failed");
        assertThat(study.getString("reason")).isEqualTo("its backfill was cancelled");
        given().get("/api/studies/" + id + "/result").then().statusCode(404);
    }

    @Test
    void isNotRepeated_whenTheStrategyHasChanged() {
        create("study-changed");
        var id = start(body("study-changed", FROM, TO, "[1]"));
        given().contentType(ContentType.JSON)
                .body(strategy("study-changed", "OTHER"))
                .post("/api/strategies/study-changed/versions")
                .then()
                .statusCode(201);

        given().contentType(ContentType.JSON)
                .body("{}")
                .post("/api/studies/" + id + "/repeat")
                .then()
                .statusCode(409)
                .body("detail", containsString("version 2"));
    }

    @ParameterizedTest
    @CsvSource({
        "studies-nobody, 2024-03-04T21:00:00Z, 2024-03-07T22:00:00Z, '[1]', 422, strategy",
        "studied-badly, 2024-03-04T21:00:00Z, 2024-03-07T22:00:00Z, '[7]', 422, horizons",
        "studied-badly, 2024-03-04T21:00:00Z, 2024-03-07T22:00:00Z, '[0, 5]', 422, horizons",
        "studied-badly, 2024-03-07T22:00:00Z, 2024-03-04T21:00:00Z, '[1]', 422, to",
        "studied-badly, 2024-03-04T21:00:00Z, 2924-03-04T21:00:00Z, '[1]', 422, to",
        "studied-badly, yesterday, 2024-03-04T21:00:00Z, '[1]', 400, from"
    })
    void refusesWhatCannotBeStudied(
            String strategy, String from, String to, String horizons, int status, String named) {
        given().contentType(ContentType.JSON)
                .body(strategy("studied-badly", "STUDIED"))
                .post("/api/strategies");

        given().contentType(ContentType.JSON)
                .body(body(strategy, from, to, horizons))
                .post("/api/studies")
                .then()
                .statusCode(status)
                .body("detail", containsString(named));
        given().get("/api/studies?strategy=" + strategy).then().body("items.id", equalTo(List.of()));
    }

    @Test
    void isFoundByItsIdOnly() {
        given().get("/api/studies/999999999").then().statusCode(404);
        given().get("/api/studies/first").then().statusCode(404);
        given().get("/api/studies?status=asleep").then().statusCode(400);
        given().get("/api/scorecards?study=999999999").then().statusCode(200).body("cells", equalTo(0));
    }

    private static void create(String name) {
        given().contentType(ContentType.JSON)
                .body(strategy(name, "STUDIED"))
                .post("/api/strategies")
                .then()
                .statusCode(201);
    }

    private static Map<String, Object> strategy(String name, String symbol) {
        return Map.of(
                "name", name,
                "symbols", List.of(symbol),
                "timeframes", List.of("1d"),
                "models", List.of("rules-v1"),
                "feeds", List.of("synthetic"),
                "indicators", Map.of("RSI", Map.of("period", 14)));
    }

    private static String body(String strategy, String from, String to, String horizons) {
        return """
                {"strategy": "%s", "from": "%s", "to": "%s", "step": "P1D", "horizons": %s}
                """.formatted(strategy, from, to, horizons);
    }

    private static long start(String body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post("/api/studies")
                .then()
                .statusCode(202)
                .header("Location", containsString("/api/studies/"))
                .extract()
                .jsonPath()
                .getLong("id");
    }

    private static long keyed(String body) {
        return given().contentType(ContentType.JSON)
                .header("Idempotency-Key", "study-once")
                .body(body)
                .post("/api/studies")
                .then()
                .statusCode(202)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    private static JsonPath completed(long id) {
        var study = ended(id);
        assertThat(study.getString("phase")).as(study.getString("reason")).isEqualTo("completed");
        return study;
    }

    private static JsonPath ended(long id) {
        await().atMost(PATIENCE)
                .until(() -> (Object) Runs.json("/api/studies/" + id).get("ended_at"), ended -> ended != null);
        return Runs.json("/api/studies/" + id);
    }
}
