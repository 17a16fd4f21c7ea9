package io.candletrace.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.candletrace.testing.PostgresResource;
import io.candletrace.testing.Runs;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(PostgresResource.class)
class ExecutionResourceTest {

    @Test
    void accepts_atOnce() {
        Runs.finished();

        var accepted =
                post("{\"strategy\": \"readers\", \"symbols\": [\"ALPHA\"]}").statusCode(202);

        var id = accepted.extract().jsonPath().getLong("id");
        accepted.header("Location", endsWith("/api/executions/" + id))
                .body("strategy", equalTo("readers"))
                .body("run_type", equalTo("manual"))
                .body("tasks.symbol", equalTo(List.of("ALPHA")));
    }

    @Test
    void shows_itsTasksAndSteps() {
        var id = Runs.finished();

        var execution = Runs.json("/api/executions/" + id);
        var steps = Runs.json("/api/executions/" + id + "/steps?limit=200");

        assertThat(execution.getString("status")).isEqualTo("completed");
        assertThat(execution.getList("tasks.status", String.class)).containsExactly("completed", "completed");
        assertThat(steps.getList("items.step_name", String.class)).contains("fetch", "render", "analyse");
        assertThat(steps.getList("items.execution_id", Long.class)).containsOnly(id);
        assertThat(steps.getList("items.offset_ms", Long.class))
                .allSatisfy(offset -> assertThat(offset).isNotNegative());
        assertThat(steps.getList("items.ended_at")).doesNotContainNull();
        assertThat(steps.getList("running")).isEmpty();
    }

    @Test
    void lists_whatFiltersLetPass() {
        var id = (int) Runs.finished();

        given().get("/api/executions?strategy=readers&run_type=manual&status=completed&limit=200")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(id));
        given().get("/api/executions?strategy=no-such").then().statusCode(200).body("items", equalTo(List.of()));
        given().get("/api/executions?to=2001-01-01T00:00:00Z").then().body("items", equalTo(List.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"strategy\": \"no-such\"} | 422 | no-such",
                "{\"strategy\": \"readers\", \"symbols\": [\"ZULU\"]} | 422 | ZULU",
                "{\"strategy\": \"readers\", \"as_of\": \"2999-01-01T00:00:00Z\"} | 422 | 2999",
                "{\"strategy\": \"readers\", \"as_of\": \"soon\"} | 400 | as_of",
                "{\"strategy\": \"readers\", \"symbols\": [\"no symbol\"]} | 400 | no symbol",
                "{\"strategy\": \"readers\" | 400 | not JSON",
                "{} | 400 | strategy"
            })
    void refuses(String body, int status, String told) {
        Runs.finished();

        post(body)
                .statusCode(status)
                .contentType("application/problem+json")
                .body("status", equalTo(status))
                .body("detail", containsString(told));
    }

    @ParameterizedTest
    @CsvSource({"/api/executions/999999", "/api/executions/abc", "/api/executions/999999/steps"})
    void saysThatAnExecutionIsUnknown(String path) {
        given().get(path).then().statusCode(404).body("type", equalTo("/problems/not-found"));
    }

    private static ValidatableResponse post(String body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post("/api/executions")
                .then();
    }
}
