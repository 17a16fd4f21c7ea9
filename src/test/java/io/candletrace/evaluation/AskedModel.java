package io.candletrace.evaluation;

import static org.awaitility.Awaitility.await;

import io.candletrace.testing.Replaying;
import io.candletrace.testing.Runs;
import io.candletrace.testing.TwoModelsResource;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A model that says BUY with 0.62, asked over HTTP. */
final class AskedModel {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private AskedModel() {}

    /** With a prompt of its own, so that nothing that other tests leave is about the same. */
    static String strategy(String name, Map<String, Object> said) {
        var daily = Runs.json("/api/prompts/daily");
        Replaying.post(
                "/api/prompts",
                Map.of("name", name, "system_text", daily.getString("system_text"), "body", daily.getString("body")),
                201);
        var strategy = new HashMap<String, Object>(Runs.strategy(name));
        strategy.putAll(Map.of(
                "symbols",
                List.of("ALPHA"),
                "models",
                List.of("calm"),
                "timeframes",
                List.of("1d"),
                "prompts",
                Map.of("1d", name)));
        strategy.putAll(said);
        Replaying.post("/api/strategies", strategy, 201);
        return name;
    }

    static JsonPath analysis(String strategy) {
        return run(Map.of("strategy", strategy));
    }

    static JsonPath analysis(String strategy, String asOf) {
        return run(Map.of("strategy", strategy, "as_of", asOf));
    }

    private static JsonPath run(Map<String, String> wish) {
        var execution = Replaying.post("/api/executions", wish, 202).getLong("id");
        await().atMost(PATIENCE)
                .until(() -> Runs.json("/api/executions/" + execution).getString("status"), "completed"::equals);
        return Runs.json("/api/llm-analyses/"
                + Replaying.analyses(execution, TwoModelsResource.CALM).getFirst());
    }

    static JsonPath read(JsonPath analysis) {
        return Runs.json("/api/llm-analyses/" + analysis.getLong("id"));
    }

    static JsonPath signal(JsonPath analysis) {
        var id = Runs.json("/api/signals?llm_analysis_id=" + analysis.getLong("id"))
                .getLong("items[0].id");
        return Runs.json("/api/signals/" + id);
    }

    static String verified(long analysis) {
        return Replaying.post("/api/llm-analyses/" + analysis + "/replays", Map.of("kind", "verify"), 200)
                .getString("outcome");
    }

    static String list(String strategy) {
        return "/api/calibration-maps?model_config=calm&prompt_version=" + strategy + "@1";
    }
}
