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
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(TwoModelsResource.class)
class ResampleTest {
    private static final String REFUSAL = "I'm sorry, I can't help with that.";

    @Inject
    Database database;

    ConcurrentMap<String, Queue<String>> scripts = new ConcurrentHashMap<>();

    @Test
    void tellsHowFarAnswersAgree() {
        // Given
        says(Answers.buy("ALPHA").text());
        var original = Replaying.analysed("flipping");
        says(
                Answers.buy("ALPHA")
                        .with("entry_low", 138.1)
                        .with("confidence", 0.6)
                        .text(),
                Answers.buy("ALPHA")
                        .with("entry_low", 138.9)
                        .with("confidence", 0.9)
                        .text(),
                Answers.sell("ALPHA").with("confidence", 0.75).text(),
                REFUSAL);

        // When
        var report = Replaying.report(Replaying.resampled(original, 4));

        // Then
        assertThat(report.getMap("progress"))
                .isEqualTo(Map.of("tasks", Map.of("completed", 1), "questions", 4, "answered", 4, "failed", 0));
        assertThat(report.getMap("agreement"))
                .containsEntry("samples", 4)
                .containsEntry("unusable", 1)
                .containsEntry("agreeing", 2)
                .containsEntry("agreement", 0.5f)
                .containsEntry("pairs", 3)
                .containsEntry("flip_rate", 0.6667f);
        assertThat(report.getMap("analyses.items[0].spreads.find { it.level == 'confidence' }"))
                .containsEntry("samples", 3)
                .containsEntry("original", 0.78f)
                .containsEntry("range", Map.of("min", 0.6f, "max", 0.9f, "mean", 0.75f, "width", 0.3f));
        assertThat(report.getMap("analyses.items[0].spreads.find { it.level == 'entry_low' }.range"))
                .isEqualTo(Map.of("min", 138.1f, "max", 138.9f, "mean", 138.5f, "width", 0.8f));
        assertThat(report.getInt("tokens_used")).isEqualTo(4 * 1_250);
        assertThat(report.getFloat("cost_usd")).isPositive();
    }

    @Test
    void asksForAWholeExecution_oneTaskAnInstrument() {
        // Given
        var run = Replaying.run("resampled-whole", List.of("ALPHA", "BRAVO"), List.of("calm", "rules-v1"));

        // When
        var replay = Replaying.replayed("/api/executions/" + run + "/replay", Map.of("kind", "resample", "samples", 2));

        // Then
        var report = Replaying.report(replay);
        assertThat(report.getMap("progress"))
                .isEqualTo(Map.of("tasks", Map.of("completed", 2), "questions", 8, "answered", 8, "failed", 0));
        assertThat(report.getMap("agreement")).containsEntry("agreement", 1).containsEntry("flip_rate", 0);
        assertThat(report.<List<?>>getList("analyses.items.samples"))
                .hasSize(4)
                .allMatch(samples -> samples.size() == 2);
        assertThat(count("trading_signals", replay)).isZero();
    }

    @Test
    void listsEveryDifference_fieldByField() {
        // Given
        says(Answers.buy("ALPHA").text());
        var original = Replaying.analysed("differing");
        says(
                Answers.buy("ALPHA").with("stop_loss", 134).text(),
                Answers.buy("ALPHA").text(),
                REFUSAL);

        // When
        var samples = Replaying.report(Replaying.resampled(original, 3))
                .<Map<String, Object>>getList("analyses.items[0].samples");

        // Then
        assertThat(samples)
                .extracting(sample -> sample.get("differences"))
                .anySatisfy(differences -> assertThat(differences)
                        .isEqualTo(List.of(Map.of("field", "stop_loss", "original", 135, "replay", 134))));
        assertThat(samples).extracting(sample -> sample.get("differences")).contains(List.of());
        assertThat(samples)
                .filteredOn(sample -> "refused".equals(sample.get("status")))
                .singleElement()
                .satisfies(refused -> assertThat((List<Map<String, Object>>) refused.get("differences"))
                        .extracting(difference -> difference.get("field"))
                        .contains("status", "error_message", "recommendation", "reasoning"));
    }

    @Test
    void asksAgain_whatHasNoVerdict() {
        // Given
        TwoModelsResource.says(scripts, "calm", "HTTP 400");
        var original = Replaying.analysed("without-verdict");

        // When
        var report = Replaying.report(Replaying.resampled(original, 2));

        // Then
        assertThat(report.getString("analyses.items[0].original.status")).isEqualTo("failed");
        assertThat(report.<Object>get("agreement.agreement")).isNull();
        assertThat(report.getFloat("agreement.flip_rate")).isZero();
        assertThat(report.getList("analyses.items[0].samples[0].differences.field"))
                .contains("status", "recommendation");
    }

    @Test
    void failsTheTask_whenAQuestionGetsNoAnswer() {
        // Given
        var original = Replaying.analysed("half-answered");
        says("HTTP 400");

        // When
        var replay = Replaying.resampled(original, 2);

        // Then
        assertThat(Runs.json("/api/executions/" + replay).getString("error")).startsWith("MODEL_REFUSED_REQUEST: ");
        assertThat(Replaying.report(replay).getMap("progress"))
                .isEqualTo(Map.of("tasks", Map.of("failed", 1), "questions", 2, "answered", 1, "failed", 1));
        assertThat(Replaying.report(replay).getMap("agreement"))
                .containsEntry("samples", 1)
                .containsEntry("agreement", 1);
    }

    private void says(String... texts) {
        TwoModelsResource.says(scripts, TwoModelsResource.CALM, texts);
    }

    private int count(String table, long execution) {
        return Integer.parseInt(database.value("select count(*) from " + table + " where execution_id = ?", execution));
    }
}
