package io.candletrace.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.candletrace.testing.Answers;
import io.candletrace.testing.Database;
import io.candletrace.testing.PostgresResource;
import io.candletrace.testing.Replaying;
import io.candletrace.testing.Runs;
import io.candletrace.testing.TwoModelsResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(TwoModelsResource.class)
class CounterfactualTest {
    private static final String COUNTERFACTUAL = "counterfactual";

    @Inject
    Database database;

    ConcurrentMap<String, Queue<String>> scripts = new ConcurrentHashMap<>();

    @Test
    void asksAnotherModel_aboutTheSameChart() {
        // Given
        TwoModelsResource.says(scripts, "calm", Answers.buy("ALPHA").text());
        var original = Replaying.analysed("elsewhere");
        TwoModelsResource.says(scripts, "other", Answers.sell("ALPHA").text());

        // When
        var replay = replayed("/api/llm-analyses/" + original + "/replays", Map.of("models", List.of("other")));

        // Then
        var report = Replaying.report(replay);
        assertThat(report.getString("kind")).isEqualTo(COUNTERFACTUAL);
        assertThat(report.<Object>get("cost_usd")).as("other has no price").isNull();
        assertThat(report.<Map<String, Object>>getList("matrix"))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("original_model", "calm")
                        .containsEntry("model", "other")
                        .containsEntry("prompt", "daily@1")
                        .containsEntry("recommendation_agreement", 0)
                        .containsEntry("recommendations", Map.of("BUY", Map.of("SELL", 1))));
        assertThat(report.getList("analyses.items[0].samples[0].differences.field"))
                .contains("recommendation", "trend_direction", "stop_loss", "targets");
        assertThat(database.value(
                        "select count(distinct chart_id) from llm_analyses where id = ? or replay_of_id = ?",
                        original,
                        original))
                .isEqualTo("1");
    }

    @Test
    void asksWithAnotherPrompt_everyModelThatWasAsked() {
        // Given
        var body = "Symbol {symbol}, in brief. The last bar: close {last_close}, volume {last_volume}.";
        Replaying.post("/api/prompts", Map.of("name", "terse", "system_text", "You read charts.", "body", body), 201);
        var run = Replaying.run("prompted", List.of("ALPHA"), List.of("calm", "other"));

        // When
        var replay = replayed("/api/executions/" + run + "/replay", Map.of("prompt", "terse@1"));

        // Then
        var report = Replaying.report(replay);
        assertThat(report.getString("prompt")).isEqualTo("terse@1");
        assertThat(report.getList("matrix.model")).containsExactly("calm", "other");
        assertThat(report.getList("matrix.original_prompt")).containsOnly("daily@1");
        assertThat(report.getList("matrix.prompt")).containsOnly("terse@1");
        assertThat(report.getList("matrix.trend_agreement")).containsOnly(1);
        assertThat(database.column("select prompt_text from llm_analyses where execution_id = ?", replay))
                .hasSize(2)
                .allMatch(text -> text.startsWith("Symbol ALPHA, in brief."));
    }

    @Test
    void asksOnceAboutAChart_andComparesWithEveryoneWhoReadIt() {
        // Given
        var run = Replaying.run("whole", List.of("ALPHA", "BRAVO"), List.of("calm", "rules-v1"));

        // When
        var replay = replayed("/api/executions/" + run + "/replay", Map.of("models", List.of("other", "calm")));

        // Then
        var report = Replaying.report(replay);
        assertThat(report.getInt("progress.questions")).isEqualTo(4);
        assertThat(report.getInt("progress.answered")).isEqualTo(4);
        assertThat(report.getMap("progress.tasks")).isEqualTo(Map.of("completed", 2));
        assertThat(report.getList("matrix.original_model")).containsExactly("calm", "rules-v1", "rules-v1");
        assertThat(report.getList("matrix.model")).containsExactly("other", "calm", "other");
        assertThat(report.getList("matrix.comparisons")).containsOnly(2);
        assertThat(report.getList("analyses.items")).hasSize(4);
        assertThat(Runs.json("/api/signals?execution_id=" + replay).getList("items"))
                .isEmpty();
    }

    @Test
    void listsWhatStandsAgainstAnAnalysis_whicheverItWasRecordedAgainst() {
        // Given
        var run = Replaying.run("against", List.of("ALPHA"), List.of("calm", "rules-v1"));

        // When
        replayed("/api/executions/" + run + "/replay", Map.of("models", List.of("other", "calm")));

        // Then
        assertThat(replaysOf(run, "calm")).containsExactly("other");
        assertThat(replaysOf(run, "rules-v1")).containsExactlyInAnyOrder("calm", "other");
    }

    @Test
    void givesOutAPage_andFiguresOverAll() {
        // Given
        var run = Replaying.run("paged", List.of("ALPHA", "BRAVO"), List.of("calm"));
        var replay = replayed("/api/executions/" + run + "/replay", Map.of("models", List.of("other")));
        var path = "/api/executions/" + replay + "/replay?limit=1";

        // When
        var first = Runs.json(path);
        var second = Runs.json(path + "&cursor=" + first.getString("analyses.next_cursor"));

        // Then
        assertThat(first.getInt("matrix[0].comparisons")).isEqualTo(2);
        assertThat(first.getList("analyses.items.original.analysis_id"))
                .hasSize(1)
                .doesNotContainAnyElementsOf(second.getList("analyses.items.original.analysis_id"));
        assertThat(second.getString("analyses.next_cursor")).isNull();
    }

    private static List<String> replaysOf(long run, String model) {
        var analysis = Replaying.analyses(run, model).getFirst();
        return Runs.json("/api/llm-analyses/" + analysis + "/replays").getList("items.model_config");
    }

    private static long replayed(String path, Map<String, Object> what) {
        var body = new HashMap<>(what);
        body.put("kind", COUNTERFACTUAL);
        return Replaying.replayed(path, body);
    }
}
