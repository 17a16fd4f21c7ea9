package io.candletrace.queue.dbscheduler;

import static org.assertj.core.api.Assertions.assertThat;

import io.candletrace.testing.Database;
import io.candletrace.testing.PostgresResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.StringJoiner;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What db-scheduler's poll costs while 100,000 tasks wait, by either of the plans that PostgreSQL may choose for a prepared statement. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class ClaimPlanTest {
    /** As db-scheduler 16.9 sends them. */
    private static final String CLAIM = """
            prepare claim(boolean, text, timestamptz, boolean, timestamptz) as
            with locked_executions as (update scheduled_tasks st1
                set picked = $1, picked_by = $2, last_heartbeat = $3, version = version + 1
                where (st1.task_name, st1.task_instance) in (
                    select st2.task_name, st2.task_instance from scheduled_tasks st2
                    where picked = $4 and execution_time <= $5
                    order by priority desc, execution_time asc for update skip locked limit 16) returning st1.*)
            select * from locked_executions
            """;

    private static final String DEAD = """
            prepare dead(boolean, timestamptz) as
            select * from scheduled_tasks where picked = $1 and last_heartbeat <= $2 order by last_heartbeat asc
            """;
    private static final String BACKLOG = """
            insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version, priority)
            select 'nobody''s', cast(n as text), now() + n * interval '1 ms', false, 1, n % 4
            from generate_series(1, 100000) n
            """;

    @Inject
    Database database;

    @ParameterizedTest
    @ValueSource(strings = {"force_custom_plan", "force_generic_plan"})
    void readsNoMoreThanItTakes(String mode) throws SQLException {
        try (var connection = database.connection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(BACKLOG);
            statement.execute("analyze scheduled_tasks");
            statement.execute("set local plan_cache_mode = " + mode);
            statement.execute(CLAIM);
            statement.execute(DEAD);

            assertThat(plan(statement, "claim(true, 'me', now(), false, now() + interval '1 day')"))
                    .contains("Index Scan using scheduled_tasks_due_idx")
                    .doesNotContain("Seq Scan", "Sort");
            assertThat(plan(statement, "dead(true, now() - interval '8 seconds')"))
                    .contains("scheduled_tasks_alive_idx")
                    .doesNotContain("Seq Scan");

            statement.execute("deallocate claim");
            statement.execute("deallocate dead");
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private static String plan(Statement statement, String execution) throws SQLException {
        var lines = new StringJoiner("\n");
        try (var rows = statement.executeQuery("explain (costs off) execute " + execution)) {
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
        }
        return lines.toString();
    }
}
