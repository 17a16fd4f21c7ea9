package io.candletrace.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.candletrace.testing.Database;
import io.candletrace.testing.PostgresResource;
import io.candletrace.testing.Runs;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(PostgresResource.class)
class BackfillResourceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    /** A call that cost 75 cents, in the first execution that completed. */
    private static final String SPEND = """
            insert into llm_calls (task_id, chart_id, prompt_template_id, request, request_sha256, attempt, model_config,
                sample_no, purpose, call_no, sent_at, ended_at, cost_usd)
            select task.id, told.chart_id, told.prompt_template_id, '{}', repeat('0', 64), 1, 'dear', 1, 'analyse', 1, now(),
                now(), 0.75
            from workflow_executions run
            join workflow_tasks task on task.execution_id = run.id
            join llm_analyses told on told.execution_id = run.id
            where run.backfill_id = ? and run.status = 'completed' order by run.id limit 1
            """;

    @Inject
    Database database;

    @Test
    void runsOneExecutionForEachStep_andLooksAheadInNone() {
        // Given
        create("past", Map.of("symbols", List.of("ALPHA"), "timeframes", List.of("1d")));

        // When
        var id = start("past", "2024-03-04T21:00:00Z", "2024-03-07T22:00:00Z", "P1D", "\"concurrency\": 2");
        ended(id);

        // Then
        given().get("/api/backfills/" + id)
                .then()
                .body("status", equalTo("completed"))
                .body("total", equalTo(4))
                .body("accepted", equalTo(4))
                .body("completed", equalTo(4))
                .body("remaining", equalTo(0))
                .body("running", equalTo(0));
        assertThat(database.column(
                        "select to_char(as_of at time zone 'UTC', 'YYYY-MM-DD HH24:MI') from workflow_executions"
                                + " where backfill_id = ? and run_type = 'backfill' order by as_of",
                        id))
                .containsExactly("2024-03-04 21:00", "2024-03-05 21:00", "2024-03-06 21:00", "2024-03-07 21:00");
        assertThat(database.value(
                        "select count(*) = 4 and bool_and(c.end_date <= e.as_of and e.as_of - c.end_date < interval '2 days')"
                                + " and bool_and(s.last_bar_at <= e.as_of) and bool_and(c.generated_at > now() - interval '1 hour')"
                                + " from workflow_executions e join charts c on c.execution_id = e.id"
                                + " join bar_snapshots s on s.id = c.bar_snapshot_id where e.backfill_id = ?",
                        id))
                .isEqualTo("t");
        given().get("/api/backfills?strategy=past&status=completed").then().body("items.id", hasItem((int) id));
    }

    @Test
    void cancels_whatHasNotBegun() {
        // Given
        create("cancelled", Map.of());
        var id = start("cancelled", "2023-01-01T00:00:00Z", "2024-01-01T00:00:00Z", "P1D", "\"concurrency\": 3");
        await().atMost(PATIENCE).until(() -> backfill(id, "accepted") > 0);

        // When
        given().contentType(ContentType.JSON)
                .body("{\"reason\": \"enough\"}")
                .post("/api/backfills/" + id + "/cancel")
                .then()
                .statusCode(202)
                .body("status", equalTo("cancelled"))
                .body("reason", equalTo("enough"));
        await().atMost(PATIENCE).until(() -> backfill(id, "running") == 0);

        // Then
        var accepted = backfill(id, "accepted");
        assertThat(accepted).isLessThan(365);
        assertThat(backfill(id, "completed") + backfill(id, "cancelled")).isEqualTo(accepted);
        await().atMost(PATIENCE)
                .until(() -> database.value(
                                "select count(*) from scheduled_tasks q join workflow_tasks t on q.task_instance = cast(t.id as text)"
                                        + " join workflow_executions e on e.id = t.execution_id where e.backfill_id = ?",
                                id)
                        .equals("0"));
        given().noContentType().post("/api/backfills/" + id + "/cancel").then().statusCode(202);
        given().noContentType().post("/api/backfills/" + id + "/resume").then().statusCode(409);
    }

    @Test
    void stops_whenItsCostIsReached_andGoesOnWithMore() {
        // Given
        create("bounded-in-dollars", Map.of("symbols", List.of("ALPHA"), "timeframes", List.of("1d")));
        var id = start(
                "bounded-in-dollars",
                "2023-01-01T00:00:00Z",
                "2024-01-01T00:00:00Z",
                "P1D",
                "\"concurrency\": 1, \"max_cost\": 0.5");
        await().atMost(PATIENCE).until(() -> backfill(id, "completed") > 0);

        // When
        assertThat(database.change(SPEND, id)).isOne();
        await().atMost(PATIENCE)
                .until(() ->
                        Runs.json("/api/backfills/" + id).getString("status").equals("stopped"));

        // Then
        given().get("/api/backfills/" + id)
                .then()
                .body("reason", containsString("0.75 of 0.5 US dollars"))
                .body("spent_usd", equalTo(0.75f));
        assertThat(backfill(id, "remaining")).isPositive();
        resume(id, "{}").statusCode(422).body("detail", containsString("0.75"));
        resume(id, "{\"max_cost\": 2}").statusCode(202).body("status", equalTo("running"));
        given().noContentType().post("/api/backfills/" + id + "/cancel").then().statusCode(202);
    }

    @Test
    void goesThroughTheSessionsOfItsMarket() {
        create("sessions", Map.of("symbols", List.of("ALPHA"), "timeframes", List.of("1d")));

        var id = start("sessions", "2025-11-26T00:00:00Z", "2025-12-01T00:00:00Z", "session", "\"concurrency\": 4");

        assertThat(backfill(id, "total")).isBetween(2, 5);
        ended(id);
        assertThat(backfill(id, "completed")).isEqualTo(backfill(id, "total"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "no-such | 2024-01-01T00:00:00Z | 2024-02-01T00:00:00Z | P1D | 422 | no-such",
                "bounds | 2024-01-01T00:00:00Z | 2999-02-01T00:00:00Z | P1D | 422 | 2999",
                "bounds | 2024-02-01T00:00:00Z | 2024-02-01T00:00:00Z | P1D | 422 | to: expected a time after from",
                "bounds | 2024-01-01T00:00:00Z | 2024-02-01T00:00:00Z | PT1S | 422 | 100000",
                "bounds | 2024-01-01T00:00:00Z | 2024-02-01T00:00:00Z | daily | 422 | 'daily'",
                "bounds | 2024-01-01T00:00:00Z | 2024-02-01T00:00:00Z | P-1D | 422 | 'P-1D'",
                "bounds | 2024-01-01T00:00:00Z | 2024-02-01T00:00:00Z | schedule | 422 | has no schedule",
                "bounds | some day | 2024-02-01T00:00:00Z | P1D | 400 | from"
            })
    void refuses(String strategy, String from, String to, String step, int status, String told) {
        given().contentType(ContentType.JSON).body(Runs.strategy("bounds")).post("/api/strategies");

        post(strategy, from, to, step, "\"requested_by\": \"ann\"")
                .statusCode(status)
                .contentType("application/problem+json")
                .body("detail", containsString(told));
    }

    @ParameterizedTest
    @CsvSource({"concurrency, 0", "concurrency, 65", "max_cost, 0", "max_cost, -1", "max_cost, 10000000"})
    void refusesBounds(String field, String value) {
        given().contentType(ContentType.JSON).body(Runs.strategy("bounds")).post("/api/strategies");

        post("bounds", "2024-01-01T00:00:00Z", "2024-02-01T00:00:00Z", "P1D", "\"" + field + "\": " + value)
                .statusCode(422)
                .body("detail", containsString(field));
    }

    @Test
    void saysThatABackfillIsUnknown() {
        given().get("/api/backfills/999999").then().statusCode(404);
        given().noContentType().post("/api/backfills/999999/cancel").then().statusCode(404);
        given().noContentType().post("/api/backfills/999999/resume").then().statusCode(404);
        given().get("/api/backfills/abc").then().statusCode(404);
    }

    private static void create(String name, Map<String, Object> more) {
        var body = new HashMap<>(Runs.strategy(name));
        body.putAll(more);
        given().contentType(ContentType.JSON)
                .body(body)
                .post("/api/strategies")
                .then()
                .statusCode(201);
    }

    private static long start(String strategy, String from, String to, String step, String more) {
        var started = post(strategy, from, to, step, more).statusCode(202);
        var id = started.extract().jsonPath().getLong("id");
        started.header("Location", endsWith("/api/backfills/" + id)).body("status", equalTo("running"));
        return id;
    }

    private static ValidatableResponse post(String strategy, String from, String to, String step, String more) {
        var body = "{\"strategy\": \"%s\", \"from\": \"%s\", \"to\": \"%s\", \"step\": \"%s\", %s}"
                .formatted(strategy, from, to, step, more);
        return given().contentType(ContentType.JSON)
                .body(body)
                .post("/api/backfills")
                .then();
    }

    private static ValidatableResponse resume(long id, String body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post("/api/backfills/" + id + "/resume")
                .then();
    }

    private static int backfill(long id, String field) {
        return Runs.json("/api/backfills/" + id).getInt(field);
    }

    private static void ended(long id) {
        await().atMost(PATIENCE)
                .until(() ->
                        !Runs.json("/api/backfills/" + id).getString("status").equals("running"));
    }
}
