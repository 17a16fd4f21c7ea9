package io.candletrace.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.lineage.ExecutionId;
import io.candletrace.lineage.Origin;
import io.candletrace.lineage.Sha256;
import io.candletrace.lineage.TaskId;
import io.candletrace.market.Symbol;
import io.candletrace.queue.TaskHandler;
import io.candletrace.storage.ObjectKey;
import io.candletrace.storage.ObjectStore;
import io.candletrace.strategy.Strategies;
import io.candletrace.testing.Await;
import io.candletrace.testing.Database;
import io.candletrace.testing.PostgresResource;
import io.candletrace.testing.SampleStrategies;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PostgresResource.class)
class ExecutionTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String OBJECTS = """
            select minio_object_key || ' ' || jpeg_sha256 from charts where execution_id = ?
            union all select html_object_key || ' ' || html_sha256 from charts where execution_id = ?
            union all select s.object_key || ' ' || s.sha256
                from charts c join bar_snapshots s on s.id = c.bar_snapshot_id where c.execution_id = ?
            """;
    private static final String LINKED_SIGNALS = """
            select s.symbol from trading_signals s
            join llm_analyses a on a.id = s.llm_analysis_id and a.chart_id = s.chart_id
            join charts c on c.id = s.chart_id and c.execution_id = s.execution_id and c.timeframe = '1d'
            join bar_snapshots b on b.id = c.bar_snapshot_id
            join signal_analyses d on d.signal_id = s.id and d.llm_analysis_id = a.id and d.role = 'decides'
            where s.execution_id = ? order by s.symbol
            """;

    @Inject
    Executions executions;

    @Inject
    Strategies strategies;

    @Inject
    TaskHandler handler;

    @Inject
    ObjectStore store;

    @Inject
    Database database;

    @Test
    void leavesChartsAnalysesAndSignals_linkedToEachOther() {
        // Given
        create("links", "ALPHA", "BRAVO");

        // When
        var execution = finished(accept("links", Optional.empty()));

        // Then
        assertThat(count("charts", execution)).isEqualTo(4);
        assertThat(count("llm_analyses", execution)).isEqualTo(4);
        assertThat(database.column(LINKED_SIGNALS, execution.value())).containsExactly("ALPHA", "BRAVO");
        assertThat(status(execution)).isEqualTo("completed");
    }

    @Test
    void storesEveryObject_underTheHashOfItsRow() {
        // Given
        create("hashes", "ALPHA");
        var execution = finished(accept("hashes", Optional.empty()));

        // When
        var objects = database.column(OBJECTS, execution.value(), execution.value(), execution.value());

        // Then
        assertThat(objects).hasSize(6).allSatisfy(object -> {
            var bytes = Await.item(() -> store.find(new ObjectKey(object.split(" ")[0])));
            assertThat(bytes.map(Sha256::of)).hasValue(new Sha256(object.split(" ")[1]));
        });
    }

    @Test
    void findsWhatIsThere_whenATaskIsResumed() {
        // Given
        create("resume", "ALPHA");
        var execution = finished(accept("resume", Optional.empty()));
        var task = new TaskId(Long.parseLong(
                database.value("select id from workflow_tasks where execution_id = ?", execution.value())));
        forgetTheSignal(execution);

        // When
        var outcome = Await.item(() -> handler.handle(task));

        // Then
        assertThat(outcome).isInstanceOf(TaskHandler.Outcome.Done.class);
        assertThat(count("charts", execution)).isEqualTo(2);
        assertThat(count("llm_analyses", execution)).isEqualTo(2);
        assertThat(count("trading_signals", execution)).isOne();
        assertThat(steps(execution, "fetch")).isEqualTo(2);
    }

    @Test
    void keepsTheVersionItPinned_whenTheStrategyMovesOn() {
        // Given
        create("moves-on", "ALPHA");
        var execution = finished(accept("moves-on", Optional.empty()));
        var pinned = currentVersion("moves-on");
        forgetEverything(execution);
        Await.item(() -> strategies.addVersion(
                SampleStrategies.over("moves-on", "ALPHA", "BRAVO"), new Origin("test", "one more")));

        // When
        Await.item(() -> handler.handle(new TaskId(Long.parseLong(
                database.value("select id from workflow_tasks where execution_id = ?", execution.value())))));

        // Then
        assertThat(currentVersion("moves-on")).isNotEqualTo(pinned);
        assertThat(database.value(
                        "select strategy_version_id from trading_signals where execution_id = ?", execution.value()))
                .isEqualTo(pinned);
        assertThat(count("trading_signals", finished(accept("moves-on", Optional.empty()))))
                .isEqualTo(2);
    }

    @Test
    void recordsEveryStage_withWhatItTookInAndGaveOut() {
        // Given
        create("steps", "ALPHA");

        // When
        var execution = finished(accept("steps", Optional.empty()));

        // Then
        assertThat(database.column(
                        "select step_name from workflow_steps where execution_id = ? and timeframe = '1d' order by id",
                        execution.value()))
                .containsExactly("fetch", "render", "upload", "analyse");
        assertThat(database.value(
                        "select r.input_sha256 = f.output_sha256 and u.output_sha256 = c.jpeg_sha256"
                                + " from workflow_steps f, workflow_steps r, workflow_steps u, charts c"
                                + " where f.step_name = 'fetch' and r.step_name = 'render' and u.step_name = 'upload'"
                                + " and f.chart_id = c.id and r.chart_id = c.id and u.chart_id = c.id"
                                + " and c.timeframe = '1d' and c.execution_id = ?",
                        execution.value()))
                .isEqualTo("t");
    }

    @Test
    void runsOnlyTheSymbolsAskedFor() {
        // Given
        create("some", "ALPHA", "BRAVO", "CHARLIE");

        // When
        var execution = finished(accept("some", Optional.of(List.of(new Symbol("BRAVO")))));

        // Then
        assertThat(database.column("select symbol from trading_signals where execution_id = ?", execution.value()))
                .containsExactly("BRAVO");
    }

    @Test
    void refuses_whatIsImpossible() {
        create("refusals", "ALPHA");

        assertRefused(new ExecutionRequest("no-such", Optional.empty(), Optional.empty(), "test"), "no-such");
        assertRefused(
                new ExecutionRequest("refusals", Optional.of(List.of(new Symbol("ZULU"))), Optional.empty(), "test"),
                "ZULU");
        assertRefused(
                new ExecutionRequest(
                        "refusals", Optional.empty(), Optional.of(Instant.parse("2999-01-01T00:00:00Z")), "test"),
                "2999-01-01");
    }

    private void assertRefused(ExecutionRequest request, String mentioned) {
        assertThatThrownBy(() -> Await.item(() -> executions.accept(request)))
                .isInstanceOfSatisfying(
                        ServiceException.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(FailureReason.IMPOSSIBLE_REQUEST))
                .hasMessageContaining(mentioned);
    }

    /** As after a crash between the last analysis and the signal. */
    private void forgetTheSignal(ExecutionId execution) {
        var id = execution.value();
        database.change("update workflow_steps set signal_id = null where execution_id = ?", id);
        database.forgetOutcomes(id);
        database.change(
                "delete from signal_analyses where signal_id in (select id from trading_signals where execution_id = ?)",
                id);
        database.change("delete from trading_signals where execution_id = ?", id);
        database.change("update workflow_tasks set status = 'running' where execution_id = ?", id);
    }

    /** As after a crash right after it was accepted. */
    private void forgetEverything(ExecutionId execution) {
        forgetTheSignal(execution);
        database.change("delete from workflow_steps where execution_id = ?", execution.value());
        database.change("delete from llm_analyses where execution_id = ?", execution.value());
        database.change("delete from charts where execution_id = ?", execution.value());
    }

    private String currentVersion(String strategy) {
        return database.value("select current_version_id from strategies where name = ?", strategy);
    }

    private void create(String name, String... symbols) {
        Await.item(() -> strategies.create(SampleStrategies.over(name, symbols), "test"));
    }

    private ExecutionId accept(String strategy, Optional<List<Symbol>> symbols) {
        return Await.item(() -> executions.accept(new ExecutionRequest(strategy, symbols, Optional.empty(), "test")));
    }

    private ExecutionId finished(ExecutionId execution) {
        await().atMost(PATIENCE).until(() -> !List.of("pending", "running").contains(status(execution)));
        return execution;
    }

    private String status(ExecutionId execution) {
        return database.value("select status from workflow_executions where id = ?", execution.value());
    }

    private int count(String table, ExecutionId execution) {
        return Integer.parseInt(
                database.value("select count(*) from " + table + " where execution_id = ?", execution.value()));
    }

    private int steps(ExecutionId execution, String name) {
        return Integer.parseInt(database.value(
                "select count(*) from workflow_steps where execution_id = ? and step_name = ?",
                execution.value(),
                name));
    }
}
