package io.candletrace.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.candletrace.testing.Database;
import io.candletrace.testing.PostgresResource;
import io.candletrace.testing.Runs;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Charts, analyses and signals over HTTP. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class EvidenceResourceTest {

    @Inject
    Database database;

    private String ofRun = "";

    @BeforeEach
    void run() {
        ofRun = "?limit=200&execution_id=" + Runs.finished();
    }

    @Test
    void shapesCharts_asDesigned() {
        var chart = Runs.json("/api/charts" + ofRun + "&symbol=ALPHA&timeframe=1d")
                .<Map<String, Object>>getList("items")
                .getFirst();

        assertThat(chart)
                .containsEntry("symbol", "ALPHA")
                .containsEntry("timeframe", "1d")
                .containsEntry("chart_type", "daily")
                .containsEntry("data_points", 160)
                .containsKeys("conid", "price_current", "price_change_pct", "volume_avg", "generated_at");
        assertThat(chart.get("indicators_applied"))
                .isEqualTo(Map.of("RSI", Map.of("period", 14), "SMA", Map.of("periods", List.of(20, 50))));
        assertThat((String) chart.get("chart_url_jpeg")).endsWith("/api/objects/" + chart.get("minio_object_key"));
    }

    @Test
    void shapesAnalyses_asDesigned() {
        var analysis = Runs.json("/api/llm-analyses" + ofRun + "&model_name=rules-v1")
                .<Map<String, Object>>getList("items")
                .getFirst();

        assertThat(analysis)
                .containsEntry("model_name", "rules-v1")
                .containsEntry("tokens_used", 0)
                .containsEntry("cost_usd", 0)
                .containsKeys("prompt_text", "response_text", "strategy_id", "indicators_metadata", "confidence_score")
                .containsKeys("trend_direction", "support_levels", "resistance_levels", "latency_ms", "analyzed_at");
    }

    @Test
    void shapesSignals_asDesigned() {
        var signal = Runs.json("/api/signals" + ofRun + "&symbol=ALPHA")
                .<Map<String, Object>>getList("items")
                .getFirst();

        assertThat(signal)
                .containsEntry("symbol", "ALPHA")
                .containsEntry("strategy", Runs.STRATEGY)
                .containsKeys("chart_id", "llm_analysis_id", "signal_type", "confidence", "generated_at");
        assertThat((Map<String, Object>) signal.get("strategy_metadata"))
                .containsEntry("timeframes", List.of("1d", "1w"))
                .containsKeys("indicators", "chart_url");
    }

    @Test
    void findsSignals_throughAnyAnalysisTheyCite() {
        var weekly = Runs.json("/api/llm-analyses" + ofRun + "&symbol=BRAVO&timeframe=1w");

        var byAnalysis = Runs.json("/api/signals?llm_analysis_id=" + weekly.getLong("items[0].id"));
        var byChart = Runs.json("/api/signals?chart_id=" + weekly.getLong("items[0].chart_id"));

        assertThat(byAnalysis.getList("items.symbol")).containsExactly("BRAVO");
        assertThat(byChart.getList("items.id")).isEqualTo(byAnalysis.getList("items.id"));
    }

    @Test
    void tells_whatASignalCameFrom() {
        var id = Runs.json("/api/signals" + ofRun).getLong("items[0].id");

        var lineage = Runs.json("/api/signals/" + id + "/lineage");

        assertThat(lineage.getString("analyses[0].role")).isEqualTo("decides");
        assertThat(lineage.getList("charts.timeframe")).containsExactlyInAnyOrder("1d", "1w");
        assertThat(lineage.getList("charts.snapshot_sha256")).hasSize(2).doesNotContainNull();
        assertThat(lineage.getList("steps.step_name")).contains("fetch", "analyse", "decide");
    }

    @Test
    void counts_analyses() {
        var stats = Runs.json("/api/llm-analyses/stats");

        assertThat(stats.getMap("$"))
                .containsKeys("total_analyses", "completed", "average_confidence", "unique_symbols");
        assertThat(stats.getInt("completed")).isPositive();
    }

    @Test
    void hasNoCalls_behindTheRules() {
        var id = Runs.json("/api/llm-analyses" + ofRun).getLong("items[0].id");

        assertThat(Runs.json("/api/llm-analyses/" + id + "/calls").getList("items"))
                .isEmpty();
    }

    @Test
    void goesThroughAList_withoutLossOrRepetition() {
        var all = Runs.json("/api/charts" + ofRun).getList("items.id");
        var execution = ofRun.substring(ofRun.indexOf("execution_id"));

        var first = given().get("/api/charts?limit=3&" + execution);
        var second = Runs.json("/api/charts?limit=3&" + execution + "&cursor="
                + first.jsonPath().getString("next_cursor"));

        assertThat(first.jsonPath().getList("items.id")).isEqualTo(all.subList(0, 3));
        assertThat(second.getList("items.id")).isEqualTo(all.subList(3, 4));
        assertThat(second.getString("next_cursor")).isNull();
        assertThat(first.getHeader("Link")).contains("cursor=").endsWith(">; rel=\"next\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"charts", "llm-analyses", "signals"})
    void givesCsv_whenAskedTo(String list) {
        var lines = given().accept("text/csv")
                .get("/api/" + list + ofRun)
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .extract()
                .asString();

        assertThat(lines).startsWith("id,execution_id,").contains(",ALPHA,");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=201",
                "limit=many",
                "cursor=abc",
                "from=yesterday",
                "symbol=spy",
                "timeframe=2d",
                "status=lost",
                "execution_id=x"
            })
    void refuses_malformedParameters(String parameter) {
        given().get("/api/charts?" + parameter)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/invalid-request"))
                .body("detail", containsString(parameter.substring(0, parameter.indexOf('='))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/charts/999999",
                "/api/charts/abc",
                "/api/charts/0/image",
                "/api/charts/999999/html",
                "/api/charts/999999/verification",
                "/api/llm-analyses/999999",
                "/api/llm-analyses/999999/calls",
                "/api/signals/999999",
                "/api/signals/999999/lineage"
            })
    void saysThatAnIdIsUnknown(String path) {
        given().get(path).then().statusCode(404).body("type", equalTo("/problems/not-found"));
    }

    @Test
    void redrawsAChart_fromItsSnapshotAlone() {
        var chart =
                Runs.json("/api/charts" + ofRun + "&symbol=BRAVO&timeframe=1w").getLong("items[0].id");

        var verification = Runs.json("/api/charts/" + chart + "/verification");

        assertThat(verification.getMap("$"))
                .containsEntry("outcome", "identical")
                .containsEntry("same_pixels", true)
                .containsEntry("same_picture", true)
                .containsEntry("same_page", true);
    }

    @Test
    void tellsARowThatWasTamperedWith() {
        given().contentType(ContentType.JSON).body(Runs.strategy("to-tamper")).post("/api/strategies");
        var chart = Runs.json("/api/charts?symbol=ALPHA&execution_id=" + Runs.run("to-tamper"))
                .getLong("items[0].id");
        database.change("update charts set pixels_sha256 = repeat('0', 64) where id = ?", chart);

        assertThat(Runs.json("/api/charts/" + chart + "/verification").getString("outcome"))
                .isEqualTo("tampered");
    }

    @Test
    void voidsASignal_once() {
        given().contentType(ContentType.JSON).body(Runs.strategy("to-void")).post("/api/strategies");
        var id = Runs.json("/api/signals?execution_id=" + Runs.run("to-void")).getLong("items[0].id");

        voided(id, "{\"reason\": \"a test\"}", 200);

        voided(id, "{\"reason\": \"again\"}", 409);
        assertThat(Runs.json("/api/signals/" + id).getString("status")).isEqualTo("voided");
        assertThat(Runs.json("/api/signals/" + id + "/lineage").getString("voided.reason"))
                .isEqualTo("a test");
    }

    @Test
    void refusesToVoid_withoutAReason() {
        var id = Runs.json("/api/signals" + ofRun).getLong("items[0].id");

        voided(id, "{\"reason\": \" \"}", 400);
        voided(999_999, "{\"reason\": \"a test\"}", 404);
    }

    private static void voided(long signal, String body, int status) {
        given().contentType(ContentType.JSON)
                .body(body)
                .post("/api/signals/" + signal + "/void")
                .then()
                .statusCode(status);
    }
}
