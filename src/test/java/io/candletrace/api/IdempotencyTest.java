package io.candletrace.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.candletrace.testing.Database;
import io.candletrace.testing.PostgresResource;
import io.candletrace.testing.Runs;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@WithTestResource(PostgresResource.class)
class IdempotencyTest {
    private static final String ALPHA = "{\"strategy\": \"readers\", \"symbols\": [\"ALPHA\"]}";
    private static final int CLIENTS = 50;

    @Inject
    Database database;

    private final String key = UUID.randomUUID().toString();

    @BeforeEach
    void createTheStrategy() {
        Runs.finished();
    }

    @Test
    void answersTheSame_whenTheSameIsAskedAgain() {
        // Given
        var first = post(ALPHA);

        // When
        var again = post("{\"symbols\": [\"ALPHA\"],   \"strategy\": \"readers\"}");

        // Then
        assertThat(first.statusCode()).isEqualTo(202);
        assertThat(first.header("Idempotency-Replayed")).isNull();
        assertThat(again.statusCode()).isEqualTo(202);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(executions()).isEqualTo("1");
    }

    @Test
    void startsOneExecution_whenFiftyClientsAskAtOnce() throws Exception {
        // Given
        var requests = new ArrayList<Callable<Response>>();
        for (int i = 0; i < CLIENTS; i++) {
            requests.add(() -> post(ALPHA));
        }

        // When
        List<Response> answers;
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            answers =
                    clients.invokeAll(requests).stream().map(Future::resultNow).toList();
        }

        // Then
        assertThat(answers).extracting(Response::statusCode).contains(202).isSubsetOf(202, 409);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() == 202)
                .extracting(Response::asString)
                .containsOnly(post(ALPHA).asString());
        assertThat(executions()).isEqualTo("1");
    }

    @Test
    void refusesTheKey_forAnotherRequest() {
        // Given
        post(ALPHA);

        // When
        var other = post("{\"strategy\": \"readers\", \"symbols\": [\"BRAVO\"]}");

        // Then
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.jsonPath().getString("detail")).contains(key).contains("another request");
        assertThat(executions()).isEqualTo("1");
    }

    @Test
    void keepsNothing_ofARequestThatWasRefused() {
        // Given
        post("{\"strategy\": \"no-such\"}").then().statusCode(422);

        // When
        var accepted = post(ALPHA);

        // Then
        assertThat(accepted.statusCode()).isEqualTo(202);
    }

    @Test
    void saysThatARequestIsInFlight_whileItsTransactionIs() throws Exception {
        try (var connection = database.connection();
                var statement = connection.prepareStatement(
                        "select pg_advisory_lock(hashtextextended('POST /api/executions ' || ?, 0))")) {
            statement.setString(1, key);
            statement.execute();

            post(ALPHA).then().statusCode(409);

            connection.createStatement().execute("select pg_advisory_unlock_all()");
        }
        post(ALPHA).then().statusCode(202);
    }

    static Stream<String> malformed() {
        return Stream.of("with space", "umläut", "x".repeat(256));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void refusesAKey_thatIsNone(String malformed) {
        given().contentType(ContentType.JSON)
                .header("Idempotency-Key", malformed)
                .body(ALPHA)
                .post("/api/executions")
                .then()
                .statusCode(400);
    }

    @Test
    void forgetsAKey_afterADay() {
        // Given
        var first = post(ALPHA);
        database.change("update idempotency_keys set created_at = now() - interval '25 hours' where key = ?", key);

        // When
        var second = post(ALPHA);

        // Then
        assertThat(second.header("Idempotency-Replayed")).isNull();
        assertThat(second.header("Location")).isNotEqualTo(first.header("Location"));
    }

    @Test
    void startsOneBackfill_howeverOftenItIsAskedFor() {
        // Given
        var body = "{\"strategy\": \"readers\", \"from\": \"2023-05-01T21:00:00Z\","
                + " \"to\": \"2023-05-03T21:00:00Z\", \"step\": \"P1D\", \"max_cost\": %s}";

        // When
        var first = post("/api/backfills", body.formatted("1"));
        var again = post("/api/backfills", body.formatted("1.00"));
        var other = post("/api/backfills", body.formatted("2"));

        // Then
        assertReplayed(first, again, other);
        assertThat(first.header("Location"))
                .isEqualTo("/api/backfills/" + first.jsonPath().getLong("id"));
    }

    @Test
    void replaysAnExecutionOnce_howeverOftenItIsAskedFor() {
        replaysOnce("/api/executions/" + Runs.finished() + "/replay");
    }

    @Test
    void replaysAnAnalysisOnce_howeverOftenItIsAskedFor() {
        var analysis = Runs.json("/api/llm-analyses?limit=1&execution_id=" + Runs.finished())
                .getLong("items[0].id");

        replaysOnce("/api/llm-analyses/" + analysis + "/replays");
    }

    private void replaysOnce(String path) {
        // When
        var first = post(path, "{\"kind\": \"resample\"}");
        var again = post(path, "{\"kind\": \"resample\", \"models\": []}");
        var other = post(path, "{\"kind\": \"resample\", \"samples\": 2}");

        // Then
        assertReplayed(first, again, other);
    }

    private static void assertReplayed(Response first, Response again, Response other) {
        assertThat(first.statusCode()).as(first.asString()).isEqualTo(202);
        assertThat(first.header("Idempotency-Replayed")).isNull();
        assertThat(again.statusCode()).isEqualTo(202);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(other.statusCode()).isEqualTo(422);
    }

    private String executions() {
        return database.value("select count(*) from workflow_executions where idempotency_key = ?", key);
    }

    private Response post(String body) {
        return post("/api/executions", body);
    }

    private Response post(String path, String body) {
        return given().contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(body)
                .post(path);
    }
}
