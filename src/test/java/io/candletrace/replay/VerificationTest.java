package io.candletrace.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.candletrace.testing.Database;
import io.candletrace.testing.PostgresResource;
import io.candletrace.testing.Replaying;
import io.candletrace.testing.Runs;
import io.candletrace.testing.TwoModelsResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(TwoModelsResource.class)
class VerificationTest {
    private static final Path OBJECTS = Path.of("target", "objects");
    private static final Map<String, String> VERIFY = Map.of("kind", "verify");
    private static long execution;

    @Inject
    Database database;

    ConcurrentMap<String, Queue<String>> scripts = new ConcurrentHashMap<>();

    private long analysis;

    @BeforeEach
    void run() {
        if (execution == 0) {
            execution = Replaying.run("verified", List.of("ALPHA", "BRAVO"), List.of("calm", "rules-v1"));
        }
        analysis = Replaying.analyses(execution, "calm").getFirst();
    }

    @Test
    void findsEveryAnalysisOfAnExecution_identical() {
        var found = verified();

        assertThat(found.getMap("summary")).isEqualTo(Map.of("identical", 4, "renderer_changed", 0, "tampered", 0));
        assertThat(found.getList("analyses.model_config"))
                .containsExactlyInAnyOrder("calm", "calm", "rules-v1", "rules-v1");
        assertThat(found.getList("analyses.checks.flatten()")).isEmpty();
        assertThat(found.getList("analyses.checked", Integer.class))
                .allSatisfy(checked -> assertThat(checked).isGreaterThan(30));
    }

    @Test
    void tellsOfEverythingThatItCompared() {
        var found = verified(analysis);

        assertThat(found.getString("outcome")).isEqualTo("identical");
        assertThat(found.getString("detail")).contains("are what is recorded");
        assertThat(found.<String>getList("checks.what"))
                .contains("redrawn pixels", "redrawn picture", "redrawn page", "prompt_text", "prompt rendered again")
                .contains("status", "verdict.recommendation", "verdict.entry_low", "levels.stop_loss", "response_text")
                .contains("indicators_metadata.RSI", "tokens.input_cached", "tokens_used", "cost_usd", "decided_at")
                .anyMatch(what -> what.startsWith("snapshot object snapshots/"))
                .anyMatch(what -> what.matches("call [0-9]+ request"))
                .anyMatch(what -> what.matches("call [0-9]+ picture"))
                .anyMatch(what -> what.matches("call [0-9]+ response_body"));
    }

    @Test
    void asksNobody_andWritesNothing() {
        var rows = "select (select count(*) from llm_calls) || ' ' || (select count(*) from llm_analyses) || ' '"
                + " || (select count(*) from workflow_executions)";
        var before = database.value(rows);

        verified(analysis);
        verified();

        assertThat(database.value(rows)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"picture", "page", "snapshot"})
    void namesTheObject_whoseByteWasChanged(String object) throws IOException {
        // Given
        var key = key(object);
        var file = OBJECTS.resolve(key);
        var bytes = Files.readAllBytes(file);
        var changed = bytes.clone();
        changed[bytes.length / 2] ^= 1;

        // When
        Files.write(file, changed);
        var one = verified(analysis);
        var all = verified();
        Files.write(file, bytes);

        // Then
        assertThat(one.getString("outcome")).isEqualTo("tampered");
        assertThat(differing(one)).contains(object + " object " + key);
        assertThat(one.getString("detail")).contains(key);
        assertThat(all.getInt("summary.tampered")).isEqualTo(2);
        assertThat(all.getInt("summary.identical")).isEqualTo(2);
        assertThat(verified(analysis).getString("outcome")).isEqualTo("identical");
    }

    @Test
    void namesAnObject_thatIsGone() throws IOException {
        // Given
        var file = OBJECTS.resolve(key("page"));
        var bytes = Files.readAllBytes(file);

        // When
        Files.delete(file);
        var found = verified(analysis);
        Files.write(file, bytes);

        // Then
        assertThat(found.getString("outcome")).isEqualTo("tampered");
        assertThat(found.getString("detail")).contains(key("page")).contains("found none");
    }

    @Test
    void tellsAnotherRenderer_fromTampering() {
        // Given
        var change = "update charts set pixels_sha256 = repeat('%s', 64), renderer = renderer || '{\"jdk\": \"%s\"}'"
                + " where id = (select chart_id from llm_analyses where id = ?)";
        var pixels = database.value(chart("pixels_sha256"), analysis);
        var jdk = database.value(chart("renderer ->> 'jdk'"), analysis);

        // When
        database.change(change.formatted("0", "8"), analysis);
        var changed = verified(analysis);
        database.change("update llm_analyses set response_text = response_text || ' ' where id = ?", analysis);
        var tampered = verified(analysis);
        database.change("update llm_analyses set response_text = rtrim(response_text) where id = ?", analysis);
        database.change(
                "update charts set pixels_sha256 = ?, renderer = renderer || jsonb_build_object('jdk', cast(? as text))"
                        + " where id = (select chart_id from llm_analyses where id = ?)",
                pixels,
                jdk,
                analysis);

        // Then
        assertThat(changed.getString("outcome")).isEqualTo("renderer_changed");
        assertThat(differing(changed)).containsExactly("redrawn pixels");
        assertThat(changed.getString("detail")).contains("\"jdk\":\"8\"").endsWith("but not redrawn pixels");
        assertThat(tampered.getString("outcome")).isEqualTo("tampered");
        assertThat(verified(analysis).getString("outcome")).isEqualTo("identical");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "completed|Just words, so that it is asked to repair them.",
                "refused|I'm sorry, I can't help with that.",
                "truncated|{",
                "failed|HTTP 400"
            })
    void findsAnAnalysisWithoutAVerdict_identical(String status, String answer) {
        // Given
        TwoModelsResource.says(scripts, "other", answer);
        var run = Replaying.run("unusable-" + status, List.of("ALPHA"), List.of("other"));
        var unusable = Replaying.analyses(run, "other").getFirst();

        // When
        var found = verified(unusable);

        // Then
        assertThat(Runs.json("/api/llm-analyses/" + unusable).getString("status"))
                .isEqualTo(status);
        assertThat(found.getString("detail")).endsWith("are what is recorded");
        assertThat(found.getString("outcome")).isEqualTo("identical");
    }

    private String key(String object) {
        return switch (object) {
            case "picture" -> database.value(chart("minio_object_key"), analysis);
            case "page" -> database.value(chart("html_object_key"), analysis);
            default ->
                database.value(
                        "select s.object_key from bar_snapshots s join charts c on c.bar_snapshot_id = s.id"
                                + " join llm_analyses a on a.chart_id = c.id where a.id = ?",
                        analysis);
        };
    }

    private static String chart(String column) {
        return "select " + column + " from charts where id = (select chart_id from llm_analyses where id = ?)";
    }

    private static JsonPath verified(long analysis) {
        return Replaying.post("/api/llm-analyses/" + analysis + "/replays", VERIFY, 200);
    }

    private static JsonPath verified() {
        return Replaying.post("/api/executions/" + execution + "/replay", VERIFY, 200);
    }

    private static List<String> differing(JsonPath verified) {
        return verified.getList("checks.findAll { !it.same }.what");
    }
}
