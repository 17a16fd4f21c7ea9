package io.candletrace.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.candletrace.lineage.TaskId;
import io.candletrace.queue.TaskHandler;
import io.candletrace.testing.Await;
import io.candletrace.testing.Database;
import io.candletrace.testing.PostgresResource;
import io.candletrace.testing.Replaying;
import io.candletrace.testing.Runs;
import io.candletrace.testing.TwoModelsResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a replay sends and writes, and what it never does. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(TwoModelsResource.class)
class ReplayEvidenceTest {
    @Inject
    Database database;

    @Inject
    TaskHandler handler;

    @Test
    void sendsTheSameBytes_andNeverMakesASignal() {
        // Given
        var original = Replaying.analysed("same-bytes");

        // When
        var replay = Replaying.resampled(original, 3);

        // Then
        assertThat(calls(original, "count(*) || ' ' || count(distinct request_sha256)"))
                .isEqualTo("4 1");
        assertThat(database.column(
                        "select distinct kind || ' ' || replay_of_id || ' ' || chart_id from llm_analyses where execution_id = ?",
                        replay))
                .containsExactly("replay " + original + " " + chart(original));
        assertThat(database.column(
                        "select purpose from llm_calls c join workflow_tasks t on t.id = c.task_id where t.execution_id = ?",
                        replay))
                .containsOnly("replay");
        assertThat(count("trading_signals", replay)).isZero();
        assertThat(count("charts", replay)).isZero();
        assertThat(Runs.json("/api/executions/" + replay).getString("run_type")).isEqualTo("replay");
    }

    @Test
    void leavesTheOriginalAlone() {
        // Given
        var original = Replaying.analysed("left-alone");
        var calls = Runs.json("/api/llm-analyses/" + original + "/calls").getList("items.id");

        // When
        var replay = Replaying.resampled(original, 2);

        // Then
        assertThat(Runs.json("/api/llm-analyses/" + original + "/calls").getList("items.id"))
                .isEqualTo(calls);
        var first = Replaying.analyses(replay, "calm").getFirst();
        assertThat(Runs.json("/api/llm-analyses/" + first + "/calls").getList("items"))
                .hasSize(1);
        assertThat(Runs.json("/api/signals?llm_analysis_id=" + first).getList("items"))
                .isEmpty();
        assertThat(Replaying.post("/api/llm-analyses/" + first + "/replays", Map.of("kind", "verify"), 200)
                        .getString("outcome"))
                .isEqualTo("identical");
    }

    @Test
    void listsReplays_withTheAnalysisTheyStandAgainst() {
        // Given
        var original = Replaying.analysed("listed");

        // When
        var replay = Replaying.resampled(original, 2);

        // Then
        var listed = Runs.json("/api/llm-analyses/" + original + "/replays");
        assertThat(listed.<Integer>getList("items.id"))
                .isEqualTo(Replaying.analyses(replay, "calm").reversed());
        assertThat(listed.<Integer>getList("items.replay_of_id")).containsOnly((int) original);
        assertThat(Runs.json("/api/llm-analyses?kind=replay&execution_id=" + replay)
                        .getList("items"))
                .hasSize(2);
        assertThat(Runs.json("/api/llm-analyses?kind=chart&execution_id=" + replay)
                        .getList("items"))
                .isEmpty();
    }

    @Test
    void asksNothingTwice_whenATaskIsResumed() {
        // Given
        var original = Replaying.analysed("resumed");
        var replay = Replaying.resampled(original, 3);
        var task = new TaskId(
                Long.parseLong(database.value("select id from workflow_tasks where execution_id = ?", replay)));
        forgetTheLastSample(replay);

        // When
        Await.item(() -> handler.handle(task));

        // Then
        assertThat(calls(original, "count(*)")).isEqualTo("4");
        assertThat(count("llm_analyses", replay)).isEqualTo(3);
        assertThat(database.value("select status from workflow_tasks where id = ?", task.value()))
                .isEqualTo("completed");
    }

    @Test
    void asksNobody_whenTheServiceWouldSendSomethingElse() {
        // Given
        var original = Replaying.analysed("other-bytes");
        database.change(
                "update llm_calls set request_sha256 = repeat('0', 64) where chart_id = ?",
                Long.parseLong(chart(original)));

        // When
        var replay = Replaying.resampled(original, 2);

        // Then
        assertThat(Runs.json("/api/executions/" + replay).getString("error"))
                .startsWith("CONFLICT")
                .contains("cannot be asked the same again");
        assertThat(calls(original, "count(*)")).isEqualTo("1");
    }

    @Test
    void asksNobody_whenThePromptIsNotTheOneThatWasSent() {
        // Given
        var original = Replaying.analysed("other-prompt");
        database.change("update llm_analyses set prompt_text = 'something else' where id = ?", original);

        // When
        var replay = Replaying.resampled(original, 2);

        // Then
        assertThat(Runs.json("/api/executions/" + replay).getString("error"))
                .startsWith("CONFLICT")
                .contains("its prompt should hash to");
        assertThat(calls(original, "count(*)")).isEqualTo("1");
    }

    /** As after a crash between an answer and its row. */
    private void forgetTheLastSample(long replay) {
        database.change(
                "update workflow_steps set llm_analysis_id = null where execution_id = ? and llm_analysis_id ="
                        + " (select max(id) from llm_analyses where execution_id = ?)",
                replay,
                replay);
        database.forgetOutcomes(replay);
        database.change(
                "delete from llm_analyses where id = (select max(id) from llm_analyses where execution_id = ?)",
                replay);
        database.change("update workflow_tasks set status = 'running' where execution_id = ?", replay);
    }

    private String chart(long analysis) {
        return database.value("select chart_id from llm_analyses where id = ?", analysis);
    }

    private String calls(long analysis, String what) {
        return database.value("select " + what + " from llm_calls where chart_id = ?", Long.parseLong(chart(analysis)));
    }

    private int count(String table, long execution) {
        return Integer.parseInt(database.value("select count(*) from " + table + " where execution_id = ?", execution));
    }
}
