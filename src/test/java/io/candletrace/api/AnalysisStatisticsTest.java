package io.candletrace.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.candletrace.analysis.Usage;
import io.candletrace.testing.CallRows;
import io.candletrace.testing.CallRows.Outcome;
import io.candletrace.testing.CallRows.Place;
import io.candletrace.testing.PostgresResource;
import io.candletrace.testing.Runs;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Figures over analyses that were made in May 2020, when no others were. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class AnalysisStatisticsTest {

    private static final String MAY = "/api/llm-analyses/stats?from=2020-05-01T00:00:00Z&to=2020-06-01T00:00:00Z";

    private static long execution;

    @Inject
    CallRows rows;

    @BeforeEach
    void analyse() {
        if (execution == 0) {
            given().contentType(ContentType.JSON).body(Runs.strategy("counted")).post("/api/strategies");
            execution = Runs.run("counted");
            var alpha = new Place(execution, "ALPHA", "1d");
            var bravo = new Place(execution, "BRAVO", "1w");
            rows.add(
                    alpha,
                    made("one", "completed", 1)
                            .took(100, "0.000000000001", new Usage(1, 2, 3, 4, 5))
                            .sure("0.8"));
            rows.add(alpha, made("one", "invalid", 2).took(200, "0.5", new Usage(10, 0, 0, 1, 0)));
            rows.add(alpha, made("one", "refused", 3).took(300, "0.25", new Usage(10, 0, 0, 1, 0)));
            rows.add(bravo, made("one", "truncated", 4).took(400, "0.125", new Usage(10, 0, 0, 1, 0)));
            rows.add(bravo, made("one", "failed", 5).took(99_999, "0", Usage.NONE));
            rows.add(
                    bravo,
                    Outcome.of("two", "completed", "2020-05-03T00:00:00Z").sure("0.55551"));
            rows.add(bravo, made("two", "completed", 7).replayed());
        }
    }

    @Test
    void keepsItsShape() {
        var keys =
                Runs.json("/api/llm-analyses/stats").<String, Object>getMap("$").keySet();

        assertThat(keys)
                .contains("total_analyses", "completed", "average_confidence", "unique_symbols")
                .doesNotContain("groups");
    }

    @Test
    void countsWhatBecameOfThem() {
        assertThat(stats("").<String, Object>getMap("$"))
                .containsEntry("total_analyses", 6)
                .containsEntry("completed", 2)
                .containsEntry("invalid", 1)
                .containsEntry("refused", 1)
                .containsEntry("truncated", 1)
                .containsEntry("failed", 1)
                .containsEntry("unique_symbols", 2)
                // (0.8 + 0.5555) / 2, to four decimals
                .containsEntry("average_confidence", 0.6778f);
    }

    @Test
    void sumsUpWhatTheyTook() {
        assertThat(stats("").<String, Object>getMap("$"))
                .containsEntry("tokens_used", 48)
                .containsEntry("input_uncached", 31)
                .containsEntry("input_cached", 2)
                .containsEntry("cache_write", 3)
                .containsEntry("output_visible", 7)
                .containsEntry("output_reasoning", 5)
                .containsEntry("unknown_cost", 1);
        assertThat(given().get(MAY).asString()).contains("\"cost_usd\":0.875000000001,");
    }

    @Test
    void tellsHowLongAnswersTook() {
        // 100, 200, 300, 400 ms, between them linearly: 250, 385 and 397; who failed gave no answer
        assertThat(stats("&model=one").<String, Object>getMap("latency_ms"))
                .isEqualTo(Map.of("p50", 250, "p95", 385, "p99", 397));
    }

    @Test
    void tellsGroupsApart() {
        var stats = stats("&group_by=model,timeframe");

        assertThat(stats.getList(
                        "groups.collect { it.model + ' ' + it.timeframe + ' ' + it.total_analyses }", String.class))
                .containsExactly("one 1d 3", "one 1w 2", "two 1w 1");
        assertThat(stats.<Map<String, Object>>get("groups[1]"))
                .containsEntry("truncated", 1)
                .containsEntry("failed", 1)
                .containsEntry("unique_symbols", 1)
                .containsEntry("average_confidence", null)
                .doesNotContainKey("symbol");
        assertThat(stats.getInt("total_analyses")).isEqualTo(6);
    }

    @ParameterizedTest
    @CsvSource({"status, 5", "symbol, 2", "prompt_version, 2", "strategy, 1", "day, 2", "execution, 1"})
    void tellsApart_byEveryKey(String key, int groups) {
        var stats = stats("&group_by=" + key);

        assertThat(stats.getList("groups")).hasSize(groups);
        assertThat(stats.getList("groups." + key)).doesNotContainNull();
        assertThat(stats.getList("groups.total_analyses", Integer.class).stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(6);
    }

    @ParameterizedTest
    @CsvSource({
        "kind=chart, 6",
        "kind=replay, 1",
        "kind=all, 7",
        "strategy=counted, 6",
        "strategy=no-such, 0",
        "symbol=ALPHA, 3",
        "timeframe=1w, 3",
        "model=two, 1"
    })
    void countsOnly_whatFiltersLetPass(String filter, int analyses) {
        assertThat(stats("&" + filter).getInt("total_analyses")).isEqualTo(analyses);
    }

    @Test
    void countsAnExecution_alone() {
        assertThat(stats("&execution_id=" + execution).getInt("total_analyses")).isEqualTo(6);
        assertThat(stats("&execution_id=" + (execution + 1_000)).<String, Object>getMap("$"))
                .containsEntry("total_analyses", 0)
                .containsEntry("average_confidence", null)
                .containsEntry("latency_ms", null)
                .containsEntry("cost_usd", 0);
    }

    @Test
    void refuses_whatIsUnknown() {
        given().get("/api/llm-analyses/stats?group_by=colour")
                .then()
                .statusCode(400)
                .body("detail", containsString("prompt_version, day, execution, status"));
        given().get("/api/llm-analyses/stats?kind=dream").then().statusCode(400);
    }

    private static Outcome made(String model, String status, int sample) {
        return Outcome.of(model, status, "2020-05-02T00:00:00Z").sample(sample);
    }

    private static JsonPath stats(String parameters) {
        return Runs.json(MAY + parameters);
    }
}
