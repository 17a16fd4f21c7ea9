package io.candletrace.benchmark;

import io.candletrace.testing.PackagedService;
import io.candletrace.testing.PostgresResource;
import io.candletrace.testing.S3Server;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * How fast one replica takes tasks from a long queue, and how long the statement takes that claims them, before and after the
 * tables have grown a long history. The tasks have ended already, so that each is claimed, looked at and removed, and the
 * queue is what is measured.
 */
final class Backlog {
    private static final Pattern CLAIM = Pattern.compile("duration: ([0-9.]+) ms .*locked_executions");
    private static final int POLL_MS = 20;
    private static final String TASKS = """
            with accepted as (
                insert into workflow_executions
                    (strategy_id, strategy_version_id, status, run_type, as_of, requested_by, started_at, completed_at)
                select s.id, s.current_version_id, 'completed', 'manual', now(), 'benchmark', now(), now()
                from strategies s, generate_series(1, %d) where s.name = 'backlog' returning id)
            insert into workflow_tasks (execution_id, instrument_id, symbol, status, attempts, completed_at)
            select a.id, i.id, i.symbol, 'completed', 1, now() from accepted a, (select * from instruments limit 1) i
            """;
    private static final String QUEUE = """
            insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version, priority)
            select 'workflow-task', cast(id as text), now(), false, 1, 3 from workflow_tasks order by id desc limit %d
            """;

    private static final int WARM_UP_TASKS = 20_000;

    private final EmbeddedPostgres database;
    private final Path log;

    private Backlog(EmbeddedPostgres database, Path log) {
        this.database = database;
        this.log = log;
    }

    /** Arguments: ready tasks, executions of the history. */
    public static void main(String[] arguments) throws IOException, InterruptedException, SQLException {
        var ready = Integer.parseInt(arguments[0]);
        var history = Integer.parseInt(arguments[1]);
        var directory = Files.createTempDirectory("backlog");
        var log = Map.of(
                "logging_collector", "on",
                "log_directory", directory.toString(),
                "log_filename", "postgres.log",
                "log_parameter_max_length", "0");
        try (var database = DurableDatabase.start(log);
                var store = S3Server.start();
                var service = PackagedService.startToMeasure(configuration(database, store))) {
            var backlog = new Backlog(database, directory.resolve("postgres.log"));
            backlog.create();
            backlog.measure(Math.min(ready, WARM_UP_TASKS), "warm-up");
            backlog.measure(ready, "no history");
            backlog.execute(TASKS.formatted(history));
            backlog.execute("vacuum analyze");
            backlog.measure(ready, "after " + history + " executions");
        }
    }

    private void create() throws IOException, InterruptedException {
        var api = new Api("http://127.0.0.1:" + io.restassured.RestAssured.port);
        api.post("/api/strategies", """
                {"name": "backlog", "symbols": ["AAA"], "timeframes": ["1d"], "models": ["rules-v1"],
                 "feeds": ["synthetic"], "indicators": {"RSI": {"period": 14}}}""");
        api.awaitCompleted(api.run("backlog"), POLL_MS);
    }

    private void measure(int ready, String when) throws IOException, InterruptedException, SQLException {
        execute(TASKS.formatted(ready));
        execute("alter system set log_min_duration_statement = 0");
        execute("select pg_reload_conf()");
        var offset = Files.size(log);
        execute(QUEUE.formatted(ready));
        var began = System.nanoTime();
        while (execute("select count(*) from (select from scheduled_tasks limit 1) ready") > 0) {
            Thread.sleep(POLL_MS);
        }
        var seconds = (System.nanoTime() - began) / 1e9;
        execute("alter system reset log_min_duration_statement");
        execute("select pg_reload_conf()");
        System.out.printf(
                Locale.ROOT, "%s: %d tasks in %.1f s, %.0f a second%n", when, ready, seconds, ready / seconds);
        claims(offset, when).print();
    }

    private Figures claims(long offset, String when) throws IOException {
        var figures = new Figures("claiming statement, " + when);
        try (var lines = Files.newBufferedReader(log)) {
            lines.skip(offset);
            lines.lines()
                    .map(CLAIM::matcher)
                    .filter(found -> found.find())
                    .forEach(found -> figures.add(Double.parseDouble(found.group(1))));
        }
        return figures;
    }

    /** Runs a statement; answers its first number, if it gives one. */
    private long execute(String sql) throws SQLException {
        try (Connection connection = database.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return 0;
            }
            var rows = statement.getResultSet();
            return rows.next() && rows.getMetaData().getColumnType(1) == java.sql.Types.BIGINT ? rows.getLong(1) : 0;
        }
    }

    private static Map<String, String> configuration(EmbeddedPostgres database, S3Server store) {
        var configuration = new HashMap<>(PostgresResource.configuration(database));
        configuration.putAll(store.configuration("trading-charts"));
        configuration.put("candletrace.launch.demo", "false");
        return configuration;
    }
}
