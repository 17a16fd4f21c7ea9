package io.candletrace.api;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.candletrace.testing.Database;
import io.candletrace.testing.PostgresResource;
import io.candletrace.testing.Runs;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The switch is the whole service's: every test leaves it released. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class SwitchResourceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    Database database;

    @Inject
    MeterRegistry meters;

    @AfterEach
    void release() {
        turn("release", "{\"reason\": \"the test is over\"}");
    }

    @Test
    void beginsNothing_whileEngaged_andCatchesUpWhenReleased() {
        // Given
        create("switched", Map.of());
        create("switched-clock", Map.of("schedule", "0 0 * * * ?", "catch_up", "latest"));
        turn("engage", "{\"reason\": \"prices look wrong\", \"changed_by\": \"ann\"}")
                .statusCode(200);
        await().atMost(PATIENCE)
                .until(() -> meters.get("candletrace.switch.engaged").gauge().value() == 1);

        // When
        var execution = accept("switched");
        database.change(
                "update strategies set next_execution_at = now() - interval '3 hours' where name = 'switched-clock'");

        // Then
        await().during(Duration.ofSeconds(4))
                .atMost(PATIENCE)
                .until(() -> status(execution).equals("pending") && fires() == 0 && attempts(execution) == 0);
        given().get("/").then().statusCode(200).body(containsString("prices look wrong"));
        turn("release", "{}").statusCode(200);
        await().atMost(PATIENCE).until(() -> status(execution).equals("completed") && fires() > 0);
    }

    @Test
    void refusesToBegin_evenWhatWasTakenAlready() {
        // Given
        create("taken-already", Map.of());
        turn("engage", "{\"reason\": \"stop\"}").statusCode(200);

        // When
        var execution = accept("taken-already");

        // Then
        await().during(Duration.ofSeconds(2)).atMost(PATIENCE).until(() -> attempts(execution) == 0);
        turn("release", "{}").statusCode(200);
        await().atMost(PATIENCE).until(() -> status(execution).equals("completed"));
    }

    @Test
    void keepsEveryTurn() {
        turn("engage", "{\"reason\": \"one\", \"changed_by\": \"ann\"}")
                .statusCode(200)
                .body("engaged", equalTo(true))
                .body("changed_by", equalTo("ann"));
        given().get("/api/switches/claiming").then().body("engaged", equalTo(true));
        turn("release", "{\"reason\": \"two\", \"changed_by\": \"bob\"}").statusCode(200);

        given().get("/api/switches?limit=2")
                .then()
                .statusCode(200)
                .body("items[0].engaged", equalTo(false))
                .body("items[0].reason", equalTo("two"))
                .body("items[1].reason", equalTo("one"));
        given().get("/api/switches/claiming").then().body("engaged", equalTo(false));
    }

    @Test
    void refuses_whatItCannotDo() {
        turn("engage", "{}").statusCode(400).body("detail", containsString("reason"));
        turn("engage", "{\"reason\": \" \"}").statusCode(422).body("detail", containsString("reason"));
        given().noContentType().post("/api/switches/claiming/engage").then().statusCode(400);
        given().get("/api/switches/lights").then().statusCode(404);
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

    private static long accept(String strategy) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("strategy", strategy))
                .post("/api/executions")
                .then()
                .statusCode(202)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    private static ValidatableResponse turn(String how, String body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post("/api/switches/claiming/" + how)
                .then();
    }

    private String status(long execution) {
        return database.value("select status from workflow_executions where id = ?", execution);
    }

    private int attempts(long execution) {
        return Integer.parseInt(
                database.value("select sum(attempts) from workflow_tasks where execution_id = ?", execution));
    }

    private int fires() {
        return Integer.parseInt(database.value("select count(*) from workflow_executions e join strategies s"
                + " on s.id = e.strategy_id where s.name = 'switched-clock'"));
    }
}
