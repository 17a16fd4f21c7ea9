package io.candletrace.benchmark;

import io.candletrace.testing.FakeAnswers;
import io.candletrace.testing.FakeOpenAi;
import io.candletrace.testing.PackagedService;
import io.candletrace.testing.PostgresResource;
import io.candletrace.testing.S3Server;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Tasks a second of 1, 2 and 4 replicas that each may have a few in flight, on one database, one store and one slow model. */
final class Scaling {
    private static final int[] REPLICAS = {1, 2, 4};
    private static final int WARM_UP_SYMBOLS = 40;
    private static final int POLL_MS = 20;

    private final int inFlight;
    private final long latencyMs;
    private final int tasks;
    private final AtomicInteger asked = new AtomicInteger();

    private Scaling(int inFlight, long latencyMs, int tasks) {
        this.inFlight = inFlight;
        this.latencyMs = latencyMs;
        this.tasks = tasks;
    }

    /** Arguments: tasks in flight a replica, latency of the model in ms, tasks a replica. */
    public static void main(String[] arguments) throws IOException, InterruptedException, SQLException {
        new Scaling(Integer.parseInt(arguments[0]), Long.parseLong(arguments[1]), Integer.parseInt(arguments[2]))
                .measure();
    }

    private void measure() throws IOException, InterruptedException, SQLException {
        var first = 0.0;
        for (int replicas : REPLICAS) {
            var found = measure(replicas);
            first = first == 0 ? found.rate() : first;
            System.out.printf(
                    Locale.ROOT,
                    "%d replicas: %d tasks in %.1f s, %.2f a second, %.2f times one; attempts %d, calls of the model %d%n",
                    replicas,
                    found.tasks,
                    found.seconds,
                    found.rate(),
                    found.rate() / first,
                    found.attempts,
                    found.calls);
        }
    }

    private Found measure(int replicas) throws IOException, InterruptedException, SQLException {
        Deque<PackagedService> services = new ArrayDeque<>();
        try (var database = DurableDatabase.start(Map.of());
                var store = S3Server.start();
                var endpoint = FakeOpenAi.playing(() -> (question, stage) -> {
                    asked.incrementAndGet();
                    stage.waitFor(latencyMs);
                    FakeAnswers.wellFormed().play(question, stage);
                })) {
            for (int i = 0; i < replicas; i++) {
                services.push(PackagedService.startToMeasure(configuration(database, store, endpoint)));
            }
            var api = new Api("http://127.0.0.1:" + io.restassured.RestAssured.port);
            run(api, "warm-up", WARM_UP_SYMBOLS * replicas);
            return run(api, "measured", tasks * replicas).with(attempts(database));
        } finally {
            services.forEach(PackagedService::close);
        }
    }

    private Found run(Api api, String strategy, int symbols) throws IOException, InterruptedException {
        api.post("/api/strategies", """
                {"name": "%s", "symbols": [%s], "timeframes": ["1d"], "models": ["slow"], "feeds": ["synthetic"],
                 "indicators": {"RSI": {"period": 14}}}""".formatted(strategy, symbols(strategy, symbols)));
        asked.set(0);
        var began = System.nanoTime();
        api.awaitCompleted(api.run(strategy), POLL_MS);
        return new Found(symbols, (System.nanoTime() - began) / 1e9, asked.get(), 0);
    }

    private static String symbols(String prefix, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "\"" + prefix.substring(0, 1).toUpperCase(Locale.ROOT) + i + "\"")
                .collect(Collectors.joining(", "));
    }

    /** How often tasks of the last execution were begun. */
    private static int attempts(EmbeddedPostgres database) throws SQLException {
        try (var connection = database.getPostgresDatabase().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select sum(attempts) from workflow_tasks
                        where execution_id = (select max(id) from workflow_executions)""")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private Map<String, String> configuration(EmbeddedPostgres database, S3Server store, FakeOpenAi endpoint) {
        var configuration = new HashMap<>(PostgresResource.configuration(database));
        configuration.putAll(store.configuration("trading-charts"));
        configuration.put("candletrace.launch.demo", "false");
        configuration.put("candletrace.queue.in-flight", Integer.toString(inFlight));
        var model = "candletrace.analysis.models.slow.";
        configuration.put(model + "base-url", endpoint.baseUrl().toString());
        configuration.put(model + "api-key", FakeOpenAi.KEY);
        configuration.put(model + "model", "slow-model");
        configuration.put(model + "concurrency", "100");
        configuration.put(model + "daily-tokens", "1000000000");
        return configuration;
    }

    private record Found(int tasks, double seconds, int calls, int attempts) {
        double rate() {
            return tasks / seconds;
        }

        Found with(int begun) {
            return new Found(tasks, seconds, calls, begun);
        }
    }
}
