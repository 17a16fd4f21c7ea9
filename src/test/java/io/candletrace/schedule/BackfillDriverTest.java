package io.candletrace.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.candletrace.execution.Answer;
import io.candletrace.lineage.BackfillId;
import io.candletrace.schedule.BackfillRecord.Watched;
import io.candletrace.strategy.Strategies;
import io.candletrace.testing.Await;
import io.candletrace.testing.Database;
import io.candletrace.testing.PostgresResource;
import io.candletrace.testing.SampleStrategies;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The service's own driver goes on beside these, as another replica's would. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class BackfillDriverTest {
    private static final int REPLICAS = 4;
    private static final int CONCURRENCY = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final String UNFINISHED =
            "select count(*) from workflow_executions where backfill_id = ? and status in ('pending', 'running')";

    @Inject
    BackfillDriver driver;

    @Inject
    Backfills backfills;

    @Inject
    Strategies strategies;

    @Inject
    Database database;

    @Test
    void acceptsEachStepOnce_andNeverMoreAtATime_whateverTheNumberOfReplicas() throws Exception {
        // Given
        var id = start("driven", 12).value();

        // When
        var unfinished = new ArrayList<Integer>();
        try (var replicas = Executors.newFixedThreadPool(REPLICAS)) {
            Callable<List<Integer>> replica = () -> drive(id);
            for (var seen : replicas.invokeAll(
                    IntStream.range(0, REPLICAS).mapToObj(number -> replica).toList())) {
                unfinished.addAll(seen.get());
            }
        }
        await().atMost(PATIENCE).until(() -> status(id).equals("completed"));

        // Then
        assertThat(unfinished).isNotEmpty().allMatch(count -> count <= CONCURRENCY);
        assertThat(database.value(
                        "select count(*) = 12 and count(distinct as_of) = 12 and max(as_of) - min(as_of) = interval '11 days'"
                                + " from workflow_executions where backfill_id = ? and status = 'completed'",
                        id))
                .isEqualTo("t");
    }

    @Test
    void failsABackfill_whoseStepsCannotRun_andSaysWhy() {
        // Given
        var id = start("undriven", 400).value();

        // When
        database.change("update strategy_versions set feeds = '[\"gone\"]' where strategy_id ="
                + " (select id from strategies where name = 'undriven')");

        // Then
        await().atMost(PATIENCE).until(() -> status(id).equals("failed"));
        assertThat(database.value("select reason from backfills where id = ?", id))
                .contains("gone");
    }

    private List<Integer> drive(long id) {
        var unfinished = new ArrayList<Integer>();
        while (database.value("select next_as_of is null from backfills where id = ?", id)
                .equals("f")) {
            Await.item(driver::drive);
            unfinished.add(Integer.valueOf(database.value(UNFINISHED, id)));
        }
        return unfinished;
    }

    private BackfillId start(String name, int days) {
        Await.item(() -> strategies.create(SampleStrategies.over(name, "ALPHA"), "test"));
        var from = Instant.parse("2022-03-01T21:00:00Z");
        var to = from.plus(Duration.ofDays(days));
        var request = new BackfillRequest(name, from, to, "P1D", Optional.empty(), CONCURRENCY, "test");
        var started = Await.item(() -> backfills.start(
                request, Optional.empty(), (_, backfill) -> Uni.createFrom().item(id(backfill))));
        return new BackfillId(Long.parseLong(started.body()));
    }

    private static Answer id(Watched watched) {
        return Answer.first(202, Map.of(), Long.toString(watched.backfill().id().value()));
    }

    private String status(long id) {
        return database.value("select status from backfills where id = ?", id);
    }
}
