package io.candletrace.benchmark;

import io.candletrace.testing.PackagedService;
import io.candletrace.testing.PostgresResource;
import io.candletrace.testing.S3Server;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * How long a scorecard takes over many resolved predictions. One analysis is asked for; the others are copies of its row that differ
 * in time, symbol, model, direction and confidence, enrolled by the product's own trigger, each with an outcome at five horizons.
 */
final class Scoring {
    private static final int PARTS = 4;
    private static final double MS = 1e6;
    private static final String CARD = "/api/scorecards?subject=analyses&horizon=5&include=synthetic";
    private static final String BY_MODEL = CARD + "&group_by=model_config,market_regime";
    private static final String EFFECTS = "/api/indicator-effects?subject=analyses&horizon=5&include=synthetic";

    private static final String COLUMNS = """
            select string_agg(column_name, ', ' order by ordinal_position) from information_schema.columns
            where table_name = 'llm_analyses' and column_name not in
                ('id', 'as_of', 'decided_at', 'last_bar_closed_at', 'sample_no', 'model_config', 'recommendation',
                 'confidence_score', 'provider', 'replay_of_id')
            """;
    private static final String COPY = """
            insert into llm_analyses (as_of, decided_at, last_bar_closed_at, sample_no, model_config, recommendation,
                confidence_score, provider, %1$s)
            select a.as_of - n * interval '1 hour', a.as_of - n * interval '1 hour', a.as_of - n * interval '1 hour', n + 1,
                'model-' || n %% 4, case when random() < 0.55 then 'BUY' else 'SELL' end, 0.5 + round(random()::numeric / 2, 4),
                'openai', %1$s
            from (select * from llm_analyses order by id limit 1) a, generate_series(?::integer, ?::integer) n
            """;
    private static final String RESOLVE = """
            insert into outcomes (subject_id, horizon, version, status, entry_at, entry_price, exit_at, exit_price,
                forward_return, direction_hit, bar_snapshot_id)
            select s.id, h, 1, 'resolved', s.as_of, 100, s.as_of + h * interval '1 day', 100, r.change,
                sign(r.change) = s.direction, (select min(id) from bar_snapshots)
            from outcome_subjects s, unnest(array[1, 3, 5, 10, 20]) h,
                lateral (select round((random() - 0.49)::numeric / 10, 12) as change where s.id > 0 and h > 0) r
            where s.state = 'pending' and s.kind = 'analysis'
            """;
    private static final String MOVE_ON = """
            update outcome_subjects set state = 'resolved', due_at = null, entry_at = as_of, watched_to = as_of,
                forward = id % 2 = 0, market_regime = 'above_sma200_low_atr' where state = 'pending'
            """;
    private static final String RATES = """
            insert into base_rates
            select s.instrument_id, s.source, s.timeframe, 5, m, 20, 11, 9
            from (select instrument_id, source, timeframe, min(as_of) as first, max(as_of) as last from outcome_subjects
                  group by 1, 2, 3) s, generate_series(date_trunc('month', s.first), s.last, interval '1 month') m
            on conflict do nothing
            """;

    private Scoring() {}

    /** Arguments: predictions in all, requests of each kind. */
    public static void main(String[] arguments) throws IOException, InterruptedException, SQLException {
        var predictions = Integer.parseInt(arguments[0]);
        var requests = Integer.parseInt(arguments[1]);
        try (var database = DurableDatabase.start(Map.of("shared_buffers", "512MB", "work_mem", "64MB"));
                var store = S3Server.start()) {
            seedOne(database, store);
            for (var part = 1; part <= PARTS; part++) {
                var from = (part - 1) * (predictions / PARTS) + 1;
                seed(database, from, part * (predictions / PARTS));
                measure(database, store, requests);
            }
        }
    }

    /** One real analysis, by the service itself, to copy. */
    private static void seedOne(EmbeddedPostgres database, S3Server store) throws IOException, InterruptedException {
        try (var service = PackagedService.startToMeasure(configuration(database, store))) {
            var api = api();
            api.post("/api/strategies", """
                    {"name": "scored", "symbols": ["AAA"], "timeframes": ["1d"], "feeds": ["synthetic"],
                     "indicators": {"RSI": {}, "MACD": {}, "SMA": {"periods": [20, 50, 200]}, "EMA": {}, "Bollinger_Bands": {},
                         "ATR": {}, "SuperTrend": {}, "OBV": {}, "ADX": {}, "Stochastic": {}}}""");
            api.awaitCompleted(api.run("scored"), 100);
        }
    }

    private static void seed(EmbeddedPostgres database, int from, int to) throws SQLException {
        try (var connection = database.getPostgresDatabase().getConnection()) {
            try (var copy = connection.prepareStatement(COPY.formatted(columns(connection)))) {
                copy.setInt(1, from);
                copy.setInt(2, to);
                copy.execute();
            }
            try (var statement = connection.createStatement()) {
                statement.execute(RESOLVE);
                statement.execute(MOVE_ON);
                statement.execute(RATES);
                statement.execute("vacuum analyze");
            }
        }
    }

    private static String columns(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(COLUMNS)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void measure(EmbeddedPostgres database, S3Server store, int requests)
            throws IOException, InterruptedException, SQLException {
        try (var service = PackagedService.startToMeasure(configuration(database, store))) {
            var api = api();
            System.out.printf(
                    Locale.ROOT,
                    "rows: %d subjects, %d outcomes; one horizon is a fifth%n",
                    count(database, "outcome_subjects"),
                    count(database, "outcomes"));
            awaitStates(api);
            var cold = new Figures("the service's first scorecard");
            cold.add(time(api, CARD, "scorecards"));
            cold.print();
            print("all", api, CARD, "scorecards", requests);
            print("by model and regime", api, BY_MODEL, "scorecards", requests);
            print("by the states of indicators", api, EFFECTS, "effects", requests);
        }
    }

    /** The service tells the states of what was seeded from its first tick on. */
    private static void awaitStates(Api api) throws IOException, InterruptedException {
        var began = System.nanoTime();
        while (api.get(EFFECTS).get("without_states").asLong() > 0) {
            Thread.sleep(500);
        }
        System.out.printf(Locale.ROOT, "states were told after %.0f s%n", (System.nanoTime() - began) / MS / 1000);
    }

    private static void print(String what, Api api, String path, String found, int requests)
            throws IOException, InterruptedException {
        var warm = new Figures("warm, " + what);
        for (var request = 0; request < requests; request++) {
            warm.add(time(api, path, found));
        }
        warm.print();
    }

    private static double time(Api api, String path, String found) throws IOException, InterruptedException {
        var began = System.nanoTime();
        var answer = api.get(path);
        if (answer.get(found).isEmpty()) {
            throw new IOException("nothing was scored");
        }
        return (System.nanoTime() - began) / MS;
    }

    private static long count(EmbeddedPostgres database, String table) throws SQLException {
        try (var connection = database.getPostgresDatabase().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from " + table)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static Api api() {
        return new Api("http://127.0.0.1:" + io.restassured.RestAssured.port);
    }

    private static Map<String, String> configuration(EmbeddedPostgres database, S3Server store) {
        var configuration = new HashMap<>(PostgresResource.configuration(database));
        configuration.put("candletrace.launch.demo", "false");
        configuration.put("candletrace.evaluation.tick", "1h");
        configuration.putAll(store.configuration("trading-charts"));
        return configuration;
    }
}
