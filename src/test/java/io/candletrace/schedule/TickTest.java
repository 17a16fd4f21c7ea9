package io.candletrace.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.candletrace.strategy.CatchUp;
import io.candletrace.strategy.Schedule;
import io.candletrace.strategy.Strategies;
import io.candletrace.strategy.StrategyDraft.Timing;
import io.candletrace.strategy.Timetable;
import io.candletrace.testing.Await;
import io.candletrace.testing.Database;
import io.candletrace.testing.PostgresResource;
import io.candletrace.testing.SampleStrategies;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The service's own tick goes on beside these, as another replica's would. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class TickTest {
    private static final int REPLICAS = 4;
    private static final String FIRES =
            "select scheduled_for from workflow_executions e join strategies s on s.id = e.strategy_id where s.name = ?";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    Tick tick;

    @Inject
    Strategies strategies;

    @Inject
    Timetable timetable;

    @Inject
    Database database;

    @Test
    void turnsEachFireIntoOneExecution_whateverTheNumberOfReplicas() throws Exception {
        // Given
        create("seconds", "* * * * * ?", CatchUp.ALL, "ALPHA");
        setBack("seconds", "15 seconds");

        // When
        try (var replicas = Executors.newFixedThreadPool(REPLICAS)) {
            for (Future<?> done : replicas.invokeAll(IntStream.range(0, REPLICAS)
                    .mapToObj(replica -> Executors.callable(this::tickForAWhile))
                    .toList())) {
                done.get();
            }
        }
        timetable("seconds", Optional.empty(), CatchUp.ALL);

        // Then
        assertThat(executions("seconds", "true")).isBetween(15, 60);
        assertThat(database.value(
                        "select count(distinct scheduled_for) = count(*) and count(*) = 1 + extract(epoch from"
                                + " max(scheduled_for) - min(scheduled_for)) from (" + FIRES + ") fires",
                        "seconds"))
                .isEqualTo("t");
        assertThat(executions(
                        "seconds",
                        "e.as_of = e.scheduled_for and e.run_type = 'scheduled'"
                                + " and e.result ->> 'as_of_source' = 'schedule'"
                                + " and exists (select 1 from workflow_tasks t where t.execution_id = e.id)"))
                .isEqualTo(executions("seconds", "true"));
    }

    @Test
    void runsOnlyTheLastMissedFire() {
        // Given
        create("latest", "0 0 * * * ?", CatchUp.LATEST, "ALPHA");

        // When
        setBack("latest", "50 hours");
        tickUntilNothingIsDue("latest");

        // Then
        assertThat(executions("latest", "e.scheduled_for > now() - interval '2 hours'"))
                .isBetween(1, 2);
        assertThat(executions("latest", "e.scheduled_for < now() - interval '2 hours'"))
                .isZero();
    }

    @Test
    void runsEveryMissedFire_oldestFirst() {
        // Given
        create("all", "0 0 * * * ?", CatchUp.ALL, "ALPHA");

        // When
        setBack("all", "30 hours");
        tickUntilNothingIsDue("all");

        // Then
        assertThat(executions("all", "true")).isEqualTo(30);
        assertThat(database.column(FIRES + " order by e.id", "all")).isSorted();
    }

    @Test
    void runsNothingThatWasMissed_butSaysHowMuch() {
        // Given
        create("skip", "0 0 0 * * ?", CatchUp.SKIP, "ALPHA");

        // When
        database.change("update strategies set next_execution_at = date_trunc('day', now(), 'UTC') - interval '3 days',"
                + " time_zone = 'Etc/GMT-14' where name = 'skip'");
        tickUntilNothingIsDue("skip");

        // Then
        assertThat(executions("skip", "e.scheduled_for < now() - interval '2 minutes'"))
                .isZero();
    }

    @Test
    void startsNoSecondExecution_whenAFireIsFoundAgain() {
        // Given
        create("again", "0 0 * * * ?", CatchUp.ALL, "ALPHA");
        setBack("again", "5 hours");
        tickUntilNothingIsDue("again");

        // When
        setBack("again", "5 hours");
        tickUntilNothingIsDue("again");

        // Then
        assertThat(executions("again", "true")).isEqualTo(5);
    }

    @Test
    void recordsAFailedExecution_whenAFireCannotRun_andGoesOnWithTheOthers() {
        // Given
        create("impossible", "0 0 * * * ?", CatchUp.LATEST, "ALPHA");
        create("runs-on", "0 0 * * * ?", CatchUp.LATEST, "ALPHA");
        database.change("update strategy_versions set feeds = '[\"gone\"]' where strategy_id ="
                + " (select id from strategies where name = 'impossible')");

        // When
        setBack("impossible", "3 hours");
        setBack("runs-on", "3 hours");
        tickUntilNothingIsDue("impossible");
        tickUntilNothingIsDue("runs-on");

        // Then
        assertThat(executions("impossible", "e.status = 'failed' and e.error like '%gone%'"))
                .isEqualTo(executions("impossible", "true"))
                .isPositive();
        assertThat(executions("runs-on", "e.error is null")).isPositive();
    }

    @Test
    void stopsWaiting_andSaysWhy_whenAScheduleCannotBeRead() {
        // Given
        create("unreadable", "0 0 * * * ?", CatchUp.LATEST, "ALPHA");

        // When
        database.change(
                "update strategies set schedule = 'sometimes', next_execution_at = now() where name = 'unreadable'");
        await().atMost(PATIENCE).until(() -> {
            Await.item(tick::claimDue);
            return database.value("select next_execution_at is null from strategies where name = 'unreadable'")
                    .equals("t");
        });

        // Then
        assertThat(database.value("select schedule_error from strategies where name = 'unreadable'"))
                .contains("IMPOSSIBLE_REQUEST", "'sometimes'");
        assertThat(executions("unreadable", "true")).isZero();
    }

    @Test
    void leavesAlone_whatIsPausedOrInactive() {
        // Given
        create("paused", "0 0 * * * ?", CatchUp.ALL, "ALPHA");
        create("inactive", "0 0 * * * ?", CatchUp.ALL, "ALPHA");
        Await.item(() -> timetable.pause("paused", "not now"));
        Await.item(() -> timetable.setActive("inactive", false));

        // When
        setBack("paused", "3 hours");
        setBack("inactive", "3 hours");
        Await.item(tick::claimDue);

        // Then
        assertThat(executions("paused", "true")).isZero();
        assertThat(executions("inactive", "true")).isZero();
    }

    private void tickForAWhile() {
        var end = Instant.now().plusSeconds(4);
        while (Instant.now().isBefore(end)) {
            Await.item(tick::claimDue);
        }
    }

    private void tickUntilNothingIsDue(String name) {
        await().atMost(PATIENCE).until(() -> {
            Await.item(tick::claimDue);
            return database.value("select next_execution_at > now() from strategies where name = ?", name)
                    .equals("t");
        });
    }

    private void create(String name, String schedule, CatchUp catchUp, String... symbols) {
        Await.item(() -> strategies.create(SampleStrategies.over(name, symbols), "test"));
        timetable(name, Optional.of(schedule), catchUp);
    }

    private void timetable(String name, Optional<String> schedule, CatchUp catchUp) {
        var timing = new Timing(schedule.map(Schedule::parse), ZoneOffset.UTC, catchUp);
        Await.item(() -> timetable.reschedule(name, timing));
    }

    /** As if nobody had ticked for a while. */
    private void setBack(String name, String interval) {
        database.change(
                "update strategies set next_execution_at = now() - cast(? as interval) where name = ?", interval, name);
    }

    private int executions(String name, String condition) {
        return Integer.parseInt(database.value(
                "select count(*) from workflow_executions e join strategies s on s.id = e.strategy_id where s.name = ?"
                        + " and " + condition,
                name));
    }
}
