package io.candletrace.testing;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs strategies over HTTP, and asks for their analyses again. */
public final class Replaying {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final List<String> UNDER_WAY = List.of("pending", "running");

    private Replaying() {}

    /** Creates a strategy over daily bars, runs it to its end and answers the execution's id. */
    public static long run(String name, List<String> symbols, List<String> models) {
        var strategy = new HashMap<String, Object>(Runs.strategy(name));
        strategy.putAll(Map.of("symbols", symbols, "models", models, "timeframes", List.of("1d")));
        post("/api/strategies", strategy, 201);
        return awaitEnd(post("/api/executions", Map.of("strategy", name), 202).getLong("id"));
    }

    /** The analysis of a new strategy's only chart by the model {@code calm}. */
    public static long analysed(String strategy) {
        return analyses(run(strategy, List.of("ALPHA"), List.of(TwoModelsResource.CALM)), TwoModelsResource.CALM)
                .getFirst();
    }

    /** Asks the same again so often, and answers the id of the execution that asked. */
    public static long resampled(long analysis, int samples) {
        return replayed("/api/llm-analyses/" + analysis + "/replays", Map.of("kind", "resample", "samples", samples));
    }

    /** Asks again and waits for the end; answers the id of the execution that asked. */
    public static long replayed(String path, Map<String, ?> body) {
        return awaitEnd(post(path, body, 202).getLong("id"));
    }

    /** What a replay found. */
    public static JsonPath report(long execution) {
        return Runs.json("/api/executions/" + execution + "/replay");
    }

    /** The analyses of an execution, by id. */
    public static List<Integer> analyses(long execution, String model) {
        return Runs.json("/api/llm-analyses?limit=200&model_name=" + model + "&execution_id=" + execution)
                .<Integer>getList("items.id")
                .reversed();
    }

    /** Whatever is sent, the answer has this status. */
    public static JsonPath post(String path, Map<String, ?> body, int status) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post(path)
                .then()
                .statusCode(status)
                .extract()
                .jsonPath();
    }

    private static long awaitEnd(long execution) {
        await().atMost(PATIENCE)
                .until(() -> !UNDER_WAY.contains(
                        Runs.json("/api/executions/" + execution).getString("status")));
        return execution;
    }
}
