package io.candletrace.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.candletrace.lineage.Sha256;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Checks over HTTP, as a stranger would, that an execution left all its evidence, linked and hashed. */
public final class Evidence {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final long execution;

    private static final Map<String, Object> INDICATORS = Map.of(
            "RSI", Map.of("period", 14),
            "MACD", Map.of("fast", 12, "slow", 26, "signal", 9),
            "SMA", Map.of("periods", List.of(20, 50, 200)),
            "Bollinger_Bands", Map.of("period", 20, "std", 2));

    private Evidence(long execution) {
        this.execution = execution;
    }

    /** Creates a strategy over daily and weekly bars, runs it and waits for its end. */
    public static Evidence ofRun(String name, List<String> symbols, List<String> models) {
        var evidence = accepted(name, symbols, models);
        evidence.awaitEnd();
        return evidence;
    }

    /** Creates a strategy over daily and weekly bars, whatever else is said of it, runs it and waits for its end. */
    public static Evidence ofRun(Map<String, Object> said) {
        return ofRun(said, PATIENCE);
    }

    /** The same for a run that takes longer. */
    public static Evidence ofRun(Map<String, Object> said, Duration patience) {
        var evidence = accepted(said);
        evidence.awaitEnd(patience);
        return evidence;
    }

    /** Creates a strategy over daily and weekly bars and asks for a run, which may be anywhere from then on. */
    public static Evidence accepted(String name, List<String> symbols, List<String> models) {
        return accepted(Map.of("name", name, "symbols", symbols, "models", models));
    }

    /** Sends a file of bars. */
    public static JsonPath sent(String path, byte[] file) {
        return given().contentType("text/csv")
                .body(file)
                .post(path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static Evidence accepted(Map<String, Object> said) {
        var strategy = new HashMap<String, Object>(said);
        strategy.putIfAbsent("timeframes", List.of("1d", "1w"));
        strategy.put("indicators", INDICATORS);
        post("/api/strategies", strategy, 201);
        var accepted = post("/api/executions", Map.of("strategy", strategy.get("name")), 202);
        return new Evidence(accepted.getLong("id"));
    }

    /** Waits until the execution has ended. */
    public void awaitEnd() {
        awaitEnd(PATIENCE);
    }

    private void awaitEnd(Duration patience) {
        await().atMost(patience).until(this::ended);
    }

    /** The key of the execution. */
    public long id() {
        return execution;
    }

    /** The execution as the API shows it. */
    public JsonPath execution() {
        return get("/api/executions/" + execution);
    }

    /** All charts, analyses or signals of the execution. */
    public List<Map<String, Object>> all(String what) {
        return get("/api/" + what + "?limit=200&execution_id=" + execution).getList("items");
    }

    /** Every chart's picture hashes to its row, and so does its snapshot as lineage shows it. */
    public void assertObjectsHash() {
        assertThat(all("charts")).isNotEmpty().allSatisfy(chart -> {
            assertThat(hash("/api/objects/" + chart.get("minio_object_key"))).isEqualTo(chart.get("jpeg_sha256"));
            assertThat(hash("/api/objects/" + chart.get("html_object_key"))).isEqualTo(chart.get("html_sha256"));
        });
    }

    /** Every signal's chart and analysis exist, belong to the execution and to each other. */
    public void assertLinked() {
        assertThat(all("signals")).isNotEmpty().allSatisfy(signal -> {
            var analysis = get("/api/llm-analyses/" + signal.get("llm_analysis_id"));
            var chart = get("/api/charts/" + signal.get("chart_id"));
            assertThat(analysis.getLong("chart_id")).isEqualTo(chart.getLong("id"));
            assertThat(analysis.getLong("execution_id")).isEqualTo(execution);
            assertThat(chart.getLong("execution_id")).isEqualTo(execution);
            assertThat(chart.getString("symbol")).isEqualTo(signal.get("symbol"));
        });
    }

    private boolean ended() {
        return List.of("completed", "failed").contains(execution().getString("status"));
    }

    private static String hash(String path) {
        return Sha256.of(given().get(path).then().statusCode(200).extract().asByteArray())
                .hex();
    }

    /** A JSON answer. */
    public static JsonPath get(String path) {
        return given().get(path).then().statusCode(200).extract().jsonPath();
    }

    private static JsonPath post(String path, Map<String, ?> body, int status) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post(path)
                .then()
                .statusCode(status)
                .extract()
                .jsonPath();
    }
}
