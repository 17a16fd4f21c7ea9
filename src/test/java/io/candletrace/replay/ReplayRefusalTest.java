package io.candletrace.replay;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.candletrace.testing.Database;
import io.candletrace.testing.PostgresResource;
import io.candletrace.testing.Replaying;
import io.candletrace.testing.TwoModelsResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(TwoModelsResource.class)
class ReplayRefusalTest {
    private static long execution;

    @Inject
    Database database;

    private long analysis;

    @BeforeEach
    void run() {
        if (execution == 0) {
            execution = Replaying.run("refused", List.of("ALPHA"), List.of("calm"));
        }
        analysis = Replaying.analyses(execution, "calm").getFirst();
    }

    @ParameterizedTest
    @MethodSource
    void refuses(String body, int status, String said) {
        var before = executions();
        for (var path :
                List.of("/api/llm-analyses/" + analysis + "/replays", "/api/executions/" + execution + "/replay")) {
            given().contentType(ContentType.JSON)
                    .body(body)
                    .post(path)
                    .then()
                    .statusCode(status)
                    .contentType("application/problem+json")
                    .body("detail", containsString(said));
        }
        assertThat(executions()).isEqualTo(before);
    }

    static Stream<Arguments> refuses() {
        return Stream.of(
                argumentSet("no body", "null", 400, "expected a JSON object"),
                argumentSet("no kind", "{}", 400, "kind"),
                argumentSet("an unknown field", "{\"kind\": \"verify\", \"seed\": 1}", 400, "seed"),
                argumentSet("an unknown kind", "{\"kind\": \"redo\"}", 422, "one of verify, resample, counterfactual"),
                argumentSet("no samples", "{\"kind\": \"resample\", \"samples\": 0}", 422, "expected 1 to 20, found 0"),
                argumentSet("many samples", "{\"kind\": \"resample\", \"samples\": 21}", 422, "found 21"),
                argumentSet("samples of a verify", "{\"kind\": \"verify\", \"samples\": 2}", 422, "asks nobody"),
                argumentSet(
                        "models of a resample", "{\"kind\": \"resample\", \"models\": [\"calm\"]}", 422, "the same"),
                argumentSet("nothing else", "{\"kind\": \"counterfactual\"}", 422, "models, a prompt, or both"),
                argumentSet(
                        "samples of a counterfactual",
                        "{\"kind\": \"counterfactual\", \"models\": [\"other\"], \"samples\": 2}",
                        422,
                        "asks once"),
                argumentSet(
                        "an unknown model",
                        "{\"kind\": \"counterfactual\", \"models\": [\"nobody\"]}",
                        422,
                        "[rules-v1, calm, other], found 'nobody'"),
                argumentSet(
                        "a model twice",
                        "{\"kind\": \"counterfactual\", \"models\": [\"other\", \"other\"]}",
                        422,
                        "'other' twice"),
                argumentSet(
                        "an unknown prompt",
                        "{\"kind\": \"counterfactual\", \"prompt\": \"daily@99\"}",
                        422,
                        "found 'daily@99'"),
                argumentSet(
                        "what was asked already",
                        "{\"kind\": \"counterfactual\", \"models\": [\"calm\"], \"prompt\": \"daily@1\"}",
                        422,
                        "asked already"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/llm-analyses/999999/replays",
                "/api/llm-analyses/x/replays",
                "/api/executions/999999/replay"
            })
    void findsNothing_thatIsNotThere(String path) {
        Replaying.post(path, Map.of("kind", "verify"), 404);
        Replaying.post(path, Map.of("kind", "resample"), 404);
        given().get(path).then().statusCode(404);
    }

    @Test
    void hasNoReport_ofAnExecutionThatIsNoReplay() {
        given().get("/api/executions/" + execution + "/replay").then().statusCode(404);
    }

    @Test
    void refusesToReplayAReplay_butVerifiesItsAnalyses() {
        // Given
        var replay = Replaying.replayed(
                "/api/llm-analyses/" + analysis + "/replays", Map.of("kind", "resample", "samples", 1));
        var sample = Replaying.analyses(replay, "calm").getFirst();

        // When
        var ofSample = Replaying.post("/api/llm-analyses/" + sample + "/replays", Map.of("kind", "resample"), 422);
        var ofReplay = Replaying.post("/api/executions/" + replay + "/replay", Map.of("kind", "verify"), 422);

        // Then
        assertThat(ofSample.getString("detail")).contains("is a replay of analysis " + analysis);
        assertThat(ofReplay.getString("detail")).contains("execution " + replay + " is a replay");
    }

    @Test
    void refusesToResample_whenTheModelIsConfiguredOtherwise() {
        // Given
        var hash = database.value("select model_config_sha256 from llm_analyses where id = ?", analysis);
        var change = "update llm_analyses set model_config_sha256 = ? where id = ?";

        // When
        database.change(change, "0".repeat(64), analysis);
        var one = Replaying.post("/api/llm-analyses/" + analysis + "/replays", Map.of("kind", "resample"), 409);
        var all = Replaying.post("/api/executions/" + execution + "/replay", Map.of("kind", "resample"), 409);
        database.change(change, hash, analysis);

        // Then
        assertThat(one.getString("detail")).contains("the configuration of 'calm' is not the one that answered");
        assertThat(all.getString("detail")).isEqualTo(one.getString("detail"));
    }

    @Test
    void waitsForTheEndOfAnExecution() {
        // Given
        var change = "update workflow_executions set status = ? where id = ?";

        // When
        database.change(change, "running", execution);
        var verify = Replaying.post("/api/executions/" + execution + "/replay", Map.of("kind", "verify"), 409);
        var resample = Replaying.post("/api/executions/" + execution + "/replay", Map.of("kind", "resample"), 409);
        database.change(change, "completed", execution);

        // Then
        assertThat(verify.getString("detail")).contains("is running");
        assertThat(resample.getString("detail")).contains("is running");
    }

    private String executions() {
        return database.value("select count(*) from workflow_executions");
    }
}
