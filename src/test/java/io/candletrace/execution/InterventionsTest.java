package io.candletrace.execution;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.candletrace.testing.Database;
import io.candletrace.testing.FakeAnswers;
import io.candletrace.testing.FakeOpenAi;
import io.candletrace.testing.PostgresResource;
import io.candletrace.testing.Replaying;
import io.candletrace.testing.Runs;
import io.candletrace.testing.ScriptedModelResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(ScriptedModelResource.class)
class InterventionsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String NONSENSE = "the trend is your friend";

    @Inject
    Database database;

    @SuppressWarnings("NullAway.Init")
    FakeOpenAi endpoint;

    @Test
    void retriesAFailedTask_onTheSameChart_byAnotherSample() {
        // Given
        endpoint.script(FakeAnswers.says(NONSENSE), FakeAnswers.says(NONSENSE));
        var execution = Replaying.run("retried", List.of("ALPHA"), List.of("scripted"));
        assertThat(execution(execution).getString("tasks[0].last_error")).startsWith("ANSWER_UNUSABLE");

        // When
        post(execution, "retry", "").statusCode(202);

        // Then
        awaitEnd(execution, "completed");
        assertThat(execution(execution).getString("tasks[0].last_error")).isNull();
        assertThat(count("charts", execution)).isOne();
        assertThat(count("trading_signals", execution)).isOne();
        assertThat(database.column(
                        "select sample_no || ' ' || status from llm_analyses where execution_id = ? order by sample_no",
                        execution))
                .containsExactly("1 invalid", "2 completed");
    }

    @Test
    void retriesWhatFailed_andKeepsWhatWasAnswered() {
        // Given
        endpoint.script(FakeAnswers.says(NONSENSE), FakeAnswers.says(NONSENSE));
        var execution = Replaying.run("half-retried", List.of("ALPHA"), List.of("scripted", "rules-v1"));

        // When
        post(execution, "retry", "").statusCode(202);

        // Then
        awaitEnd(execution, "completed");
        assertThat(database.column(
                        "select model_config || ' ' || sample_no from llm_analyses where execution_id = ? order by 1",
                        execution))
                .containsExactly("rules-v1 1", "scripted 1", "scripted 2");
    }

    @Test
    void refusesToRetry_whatDidNotFail() {
        var execution = Replaying.run("fine", List.of("ALPHA"), List.of("scripted"));

        post(execution, "retry", "").statusCode(409);
        post(execution, "cancel", "").statusCode(409);
        given().post("/api/executions/999999999/retry").then().statusCode(404);
        given().contentType(ContentType.JSON)
                .body("{}")
                .post("/api/executions/999999999/cancel")
                .then()
                .statusCode(404);
    }

    @Test
    void cancelsWhatHasNotBegun() {
        // Given
        turn("engage", "{\"reason\": \"so that nothing begins\"}");
        var execution = accepted("cancelled-early");

        // When
        var answer = post(execution, "cancel", "{\"reason\": \"a mistake\", \"changed_by\": \"ann\"}");

        // Then
        turn("release", "{}");
        answer.statusCode(202);
        var cancelled = execution(execution);
        assertThat(cancelled.getString("status")).isEqualTo("cancelled");
        assertThat(cancelled.getString("cancelled_by")).isEqualTo("ann");
        assertThat(cancelled.getString("cancel_reason")).isEqualTo("a mistake");
        assertThat(cancelled.getString("tasks[0].status")).isEqualTo("cancelled");
        assertThat(cancelled.getInt("tasks[0].attempts")).isZero();
        post(execution, "cancel", "").statusCode(202);
        post(execution, "retry", "").statusCode(409);
    }

    @Test
    void letsACallFinish_andMakesNoFurtherOne() {
        // Given
        var asking = new CountDownLatch(1);
        var cancelled = new CountDownLatch(1);
        endpoint.script((asked, stage) -> {
            asking.countDown();
            awaitOpen(cancelled);
            FakeAnswers.says(NONSENSE).play(asked, stage);
        });
        var execution = accepted("cancelled-late");
        awaitOpen(asking);
        var questions = endpoint.asked().size();

        // When
        post(execution, "cancel", "").statusCode(202);
        cancelled.countDown();

        // Then
        awaitEnd(execution, "cancelled");
        assertThat(endpoint.asked()).as("a repair would have been due").hasSize(questions);
        assertThat(execution(execution).getString("tasks[0].status")).isEqualTo("cancelled");
        assertThat(count("trading_signals", execution)).isZero();
        assertThat(database.value(
                        "select count(*) from llm_calls c join workflow_tasks t on t.id = c.task_id where execution_id = ?",
                        execution))
                .isEqualTo("1");
    }

    private long count(String table, long execution) {
        return Long.parseLong(database.value("select count(*) from " + table + " where execution_id = ?", execution));
    }

    private static long accepted(String name) {
        var strategy = new HashMap<String, Object>(Runs.strategy(name));
        strategy.putAll(
                Map.of("symbols", List.of("ALPHA"), "models", List.of("scripted"), "timeframes", List.of("1d")));
        Replaying.post("/api/strategies", strategy, 201);
        return Replaying.post("/api/executions", Map.of("strategy", name), 202).getLong("id");
    }

    private static ValidatableResponse post(long execution, String what, String body) {
        var request = body.isEmpty()
                ? given().noContentType()
                : given().contentType(ContentType.JSON).body(body);
        return request.post("/api/executions/" + execution + "/" + what).then();
    }

    private static void turn(String where, String body) {
        given().contentType(ContentType.JSON)
                .body(body)
                .post("/api/switches/claiming/" + where)
                .then()
                .statusCode(200);
    }

    private static void awaitEnd(long execution, String status) {
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(execution(execution).getString("status")).isEqualTo(status));
    }

    private static JsonPath execution(long execution) {
        return Runs.json("/api/executions/" + execution);
    }

    private static void awaitOpen(CountDownLatch latch) {
        await().atMost(PATIENCE).until(() -> latch.getCount() == 0);
    }
}
