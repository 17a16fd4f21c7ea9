package io.candletrace.execution;

import static io.candletrace.testing.FakeAnswers.says;
import static org.assertj.core.api.Assertions.assertThat;

import io.candletrace.lineage.TaskId;
import io.candletrace.queue.TaskHandler;
import io.candletrace.testing.Await;
import io.candletrace.testing.Database;
import io.candletrace.testing.FakeOpenAi;
import io.candletrace.testing.PostgresResource;
import io.candletrace.testing.Replaying;
import io.candletrace.testing.Runs;
import io.candletrace.testing.SampleAnswers;
import io.candletrace.testing.ScriptedModelResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A process that went away between an answer's row and its analysis. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(ScriptedModelResource.class)
class ResumedAnalysisTest {
    private static final String ANALYSIS = """
            select concat_ws(' ', status, response_text, verdict, claims, latency_ms, tokens_used, cost_usd, sample_no, attempts)
            from llm_analyses a, lateral (select count(*) as attempts from llm_calls c where c.chart_id = a.chart_id) calls
            where execution_id = ?
            """;

    private static final String UNSETTLE = """
            with opened as (update budget_reservations set settled_at = null where task_id = ? returning budgets, tokens, usd)
            update budgets b set reserved_tokens = b.reserved_tokens + o.tokens,
                reserved_usd = b.reserved_usd + coalesce(o.usd, 0)
            from opened o where b.id = any(o.budgets)
            """;

    @Inject
    TaskHandler handler;

    @Inject
    Database database;

    @SuppressWarnings("NullAway.Init")
    FakeOpenAi endpoint;

    @Test
    void givesTheAnalysisOfAnUndisturbedRun_andAsksNobody() {
        // Given
        var execution = Replaying.run("resumed-answer", List.of("ALPHA"), List.of("scripted"));
        var undisturbed = database.value(ANALYSIS, execution);
        var asked = endpoint.asked().size();
        forgetTheAnalysis(execution);

        // When
        resume(execution);

        // Then
        assertThat(endpoint.asked()).hasSize(asked);
        assertThat(database.value(ANALYSIS, execution)).isEqualTo(undisturbed);
        assertThat(Runs.json("/api/executions/" + execution).getString("status"))
                .isEqualTo("completed");
    }

    @Test
    void isVerified_byTheCallThatItWasReadFrom() {
        var execution = Replaying.run("resumed-proof", List.of("ALPHA"), List.of("scripted"));
        forgetTheAnalysis(execution);
        resume(execution);

        var verified = Replaying.post("/api/executions/" + execution + "/replay", Map.of("kind", "verify"), 200);

        assertThat(verified.getInt("summary.identical")).isOne();
    }

    @Test
    void repairsTheAnswerThatWasKept() {
        // Given
        endpoint.script(says("no JSON at all"), says(SampleAnswers.buy("ALPHA")));
        var execution = Replaying.run("resumed-repair", List.of("ALPHA"), List.of("scripted"));
        database.change(
                "delete from llm_calls where purpose = 'repair' and task_id in"
                        + " (select id from workflow_tasks where execution_id = ?)",
                execution);
        var asked = endpoint.asked().size();
        forgetTheAnalysis(execution);

        // When
        resume(execution);

        // Then
        assertThat(endpoint.asked()).hasSize(asked + 1);
        assertThat(endpoint.asked().getLast().body().toString()).contains("That answer cannot be used");
    }

    @Test
    void isNotHeldUp_byTheTurnOfItsDeadAttempt() {
        // Given
        var execution = Replaying.run("resumed-turn", List.of("ALPHA"), List.of("scripted"));
        var task = task(execution);
        database.change("delete from llm_calls where task_id = ?", task.value());
        database.change(UNSETTLE, task.value());
        forgetTheAnalysis(execution);

        // When
        resume(execution);

        // Then
        assertThat(database.column(
                        "select count(*) from budget_reservations where settled_at is null and task_id = ?",
                        task.value()))
                .containsExactly("0");
    }

    private void resume(long execution) {
        Await.item(() -> handler.handle(task(execution)));
    }

    private TaskId task(long execution) {
        return new TaskId(
                Long.parseLong(database.value("select id from workflow_tasks where execution_id = ?", execution)));
    }

    private void forgetTheAnalysis(long id) {
        database.forgetOutcomes(id);
        database.change("delete from workflow_steps where llm_analysis_id is not null and execution_id = ?", id);
        database.change(
                "delete from signal_analyses where signal_id in (select id from trading_signals where execution_id = ?)",
                id);
        database.change("delete from trading_signals where execution_id = ?", id);
        database.change("delete from llm_analyses where execution_id = ?", id);
        database.change("update workflow_tasks set status = 'ready' where execution_id = ?", id);
        database.change("update workflow_executions set status = 'running' where id = ?", id);
    }
}
