package io.candletrace.benchmark;

import io.candletrace.testing.FakeAnswers;
import io.candletrace.testing.FakeOpenAi;
import io.candletrace.testing.PackagedService;
import io.candletrace.testing.PostgresResource;
import io.candletrace.testing.S3Server;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a task takes besides waiting for others: from the POST to the commit that ends its execution, as the database has its time,
 * less the time that the model took to answer and the stages that wait for feed and store. Bars are synthetic and objects go to
 * an S3 server beside it. The stages' own times stand beside it, and what one statement that does nothing takes on this machine.
 * Nobody asks the service anything meanwhile.
 */
final class Overhead {
    private static final int IDLE_MS = 500;
    private static final int POLL_MS = 5;
    private static final int WARM_UP_SYMBOLS = 100;
    private static final int WARM_UP_POLL_MS = 500;
    private static final int ALONE = 20;
    private static final double MS = 1e6;
    private static final String ENDED = """
            select pg_xact_commit_timestamp(xmin) from workflow_executions where id = ? and status = 'completed'
            """;

    private final Api api;
    private final PreparedStatement ended;
    private final AtomicLong waitedNanos;
    private final Figures walls = new Figures("wall, POST to the last commit");
    private final Figures waits = new Figures("the model's latency");
    private final Figures overheads = new Figures("overhead: wall less feed, store and model");
    private final Figures undrawn = new Figures("overhead less rendering");
    private final Figures orchestrations = new Figures("wall less all stages");
    private final Figures statements = new Figures("a statement that does nothing");
    private final Map<String, Figures> stages = new TreeMap<>();

    private Overhead(Api api, PreparedStatement ended, AtomicLong waitedNanos) {
        this.api = api;
        this.ended = ended;
        this.waitedNanos = waitedNanos;
    }

    /** Arguments: executions that count, tasks before those, latency of the model in ms. */
    public static void main(String[] arguments) throws IOException, InterruptedException, SQLException {
        var latency = Long.parseLong(arguments[2]);
        var waited = new AtomicLong();
        try (var endpoint = FakeOpenAi.playing(() -> (asked, stage) -> {
                    var began = System.nanoTime();
                    stage.waitFor(latency);
                    waited.addAndGet(System.nanoTime() - began);
                    FakeAnswers.wellFormed().play(asked, stage);
                });
                var database = DurableDatabase.start(Map.of("track_commit_timestamp", "on"));
                var store = S3Server.start();
                var service = PackagedService.startToMeasure(configuration(database, store, endpoint));
                var connection = database.getPostgresDatabase().getConnection();
                var ended = connection.prepareStatement(ENDED)) {
            var api = new Api("http://127.0.0.1:" + io.restassured.RestAssured.port);
            var overhead = new Overhead(api, ended, waited);
            overhead.warmUp(Integer.parseInt(arguments[1]));
            overhead.measure(Integer.parseInt(arguments[0]));
            overhead.print();
        }
    }

    /** Many at once, until the service is compiled as one is that has worked for a while. */
    private void warmUp(int tasks) throws IOException, InterruptedException {
        create("warm-up", IntStream.range(0, WARM_UP_SYMBOLS).mapToObj(i -> "W" + i));
        for (int done = 0; done < tasks; done += WARM_UP_SYMBOLS) {
            api.awaitCompleted(api.run("warm-up"), WARM_UP_POLL_MS);
        }
        create("overhead", Stream.of("AAA"));
    }

    private void create(String name, Stream<String> symbols) throws IOException, InterruptedException {
        api.post("/api/strategies", """
                {"name": "%s", "symbols": ["%s"], "timeframes": ["1d"], "models": ["slow"], "feeds": ["synthetic"],
                 "indicators": {"RSI": {"period": 14}, "SMA": {"periods": [20, 50]}}}""".formatted(name, symbols.collect(Collectors.joining("\", \""))));
    }

    /** The first few show what is only used by one execution at a time, and do not count. */
    private void measure(int runs) throws IOException, InterruptedException, SQLException {
        for (int run = -ALONE; run < runs; run++) {
            var waitedBefore = waitedNanos.get();
            var began = Instant.now();
            var id = api.run("overhead");
            while (waitedNanos.get() == waitedBefore) {
                Thread.sleep(POLL_MS);
            }
            Thread.sleep(IDLE_MS);
            if (run >= 0) {
                statements.add(statement());
                count(id, Duration.between(began, ended(id)).toNanos() / MS, (waitedNanos.get() - waitedBefore) / MS);
            }
        }
    }

    private double statement() throws SQLException {
        var began = System.nanoTime();
        try (var nothing = ended.getConnection().createStatement()) {
            nothing.execute("select 1");
        }
        return (System.nanoTime() - began) / MS;
    }

    private Instant ended(long id) throws SQLException {
        ended.setLong(1, id);
        try (var rows = ended.executeQuery()) {
            if (!rows.next()) {
                throw new SQLException("execution " + id + " is not completed " + IDLE_MS + " ms after the answer");
            }
            return rows.getObject(1, OffsetDateTime.class).toInstant();
        }
    }

    private void count(long id, double wall, double wait) throws IOException, InterruptedException {
        walls.add(wall);
        waits.add(wait);
        var durations = new HashMap<String, Double>();
        for (var step : api.get("/api/executions/" + id + "/steps").get("items")) {
            durations.merge(
                    step.get("step_name").asText(), step.get("duration_ms").asDouble(), Double::sum);
        }
        durations.forEach((name, duration) ->
                stages.computeIfAbsent(name, key -> new Figures("stage " + key)).add(duration));
        var overhead = wall
                - wait
                - Objects.requireNonNull(durations.get("fetch"), "fetch")
                - Objects.requireNonNull(durations.get("upload"), "upload");
        overheads.add(overhead);
        undrawn.add(overhead - Objects.requireNonNull(durations.get("render"), "render"));
        orchestrations.add(wall
                - durations.values().stream().mapToDouble(Double::doubleValue).sum());
    }

    private void print() {
        walls.print();
        waits.print();
        overheads.print();
        undrawn.print();
        orchestrations.print();
        stages.values().forEach(Figures::print);
        statements.print();
    }

    private static Map<String, String> configuration(EmbeddedPostgres database, S3Server store, FakeOpenAi endpoint) {
        var configuration = new HashMap<>(PostgresResource.configuration(database));
        configuration.put("candletrace.launch.demo", "false");
        configuration.putAll(store.configuration("trading-charts"));
        configuration.put(
                "candletrace.analysis.models.slow.base-url", endpoint.baseUrl().toString());
        configuration.put("candletrace.analysis.models.slow.api-key", FakeOpenAi.KEY);
        configuration.put("candletrace.analysis.models.slow.model", "slow-model");
        configuration.put("candletrace.analysis.models.slow.daily-tokens", "1000000000");
        return configuration;
    }
}
