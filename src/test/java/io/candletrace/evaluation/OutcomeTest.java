package io.candletrace.evaluation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.candletrace.testing.Await;
import io.candletrace.testing.Database;
import io.candletrace.testing.PostgresResource;
import io.candletrace.testing.Runs;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What became of signals and analyses over HTTP, from an execution that ran as of long ago. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class OutcomeTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String AS_OF = "2025-03-05T21:00:00Z";
    private static final String OUTCOME = "outcome";
    private static final Duration LATENCY = Duration.ofMinutes(1);

    @Inject
    Database database;

    @Inject
    OutcomeTick outcomes;

    @Inject
    OutcomeStore store;

    @Inject
    BatchResolution resolution;

    @Test
    void judgesASignal_byTheBarsThatFollowed() {
        var id = signal("outcomes", "OUTCOMEA");

        var signal = resolved("/api/signals/" + id);
        var bars = bars("OUTCOMEA");

        assertThat(signal.getString("outcome.entry_at"))
                .isEqualTo(bars.getFirst().get("opens_at"));
        assertThat(Instant.parse(signal.getString("outcome.entry_at"))).isAfter(Instant.parse(AS_OF));
        assertThat(signal.getBoolean("outcome.forward")).isFalse();
        assertThat(signal.getList("outcome.returns.horizon")).containsExactly(1, 3, 5, 10, 20);
        for (var horizon : List.of(1, 3, 5, 10, 20)) {
            var expected =
                    change(bars.getFirst().get("open"), bars.get(horizon - 1).get("close"));
            assertThat(decimal(signal.get("outcome.returns.find { it.horizon == " + horizon + " }.forward_return")))
                    .isEqualByComparingTo(expected);
        }
    }

    @Test
    void judgesAnAnalysis_asWell() {
        signal("outcomes-of-analyses", "OUTCOMEB");
        var analysis = Runs.json("/api/llm-analyses?symbol=OUTCOMEB").getLong("items[0].id");

        var outcome = resolved("/api/llm-analyses/" + analysis);

        assertThat(outcome.getList("outcome.returns.status")).hasSize(5).containsOnly("resolved");
    }

    @Test
    void changesNothing_whenASubjectIsResolvedTwice() {
        var id = signal("outcomes-twice", "OUTCOMEC");
        var first = resolved("/api/signals/" + id).getMap(OUTCOME);

        lookAgain(id);

        assertThat(resolved("/api/signals/" + id).getMap(OUTCOME)).isEqualTo(first);
    }

    @Test
    void isResolvedOnce_whenItsHolderWasThoughtGone() {
        resolve();
        var id = signal("outcomes-held", "OUTCOMEH");
        var held =
                Await.item(() -> store.claim(100, LATENCY, Duration.ofHours(1))).orElseThrow();

        // Its lease is not over: nobody else is given it.
        resolve();
        assertThat(Runs.json("/api/signals/" + id).getString("outcome.state")).isEqualTo("pending");

        // Over while its holder goes on: both record what they found.
        database.change(
                "update outcome_subjects set due_at = now() where symbol = ? and state = 'pending'", "OUTCOMEH");
        var first = resolved("/api/signals/" + id).getMap(OUTCOME);
        Await.item(() -> resolution.resolve(held).chain(findings -> store.record(held, findings)));

        assertThat(exact("/api/signals/" + id).getMap(OUTCOME)).isEqualTo(first);
        assertThat(database.value(
                        "select count(*) from outcomes o join outcome_subjects s on s.id = o.subject_id where s.symbol = ?",
                        "OUTCOMEH"))
                .isEqualTo("10");
    }

    @Test
    void judgesTheDirection_whenTheLevelsAreNoPrices() {
        signal("outcomes-of-nonsense", "OUTCOMEG");
        var analysis = Runs.json("/api/llm-analyses?symbol=OUTCOMEG").getLong("items[0].id");
        resolved("/api/llm-analyses/" + analysis);
        database.change(
                "delete from simulated_trades where subject_id in"
                        + " (select id from outcome_subjects where kind = 'analysis' and llm_analysis_id = ?)",
                analysis);
        database.change(
                "update llm_analyses set levels = '{\"entry_low\": 0, \"entry_high\": -1, \"stop_loss\": 1,"
                        + " \"targets\": [1, 2]}' where id = ?",
                analysis);

        database.change(
                "update outcome_subjects set state = 'pending', due_at = now() where kind = 'analysis' and llm_analysis_id = ?",
                analysis);

        var outcome = resolved("/api/llm-analyses/" + analysis);
        assertThat(outcome.getList("outcome.returns")).hasSize(5);
        assertThat((Object) outcome.get("outcome.trade")).isNull();
    }

    @Test
    void makesANewVersion_whenASplitIsRecordedLater() {
        var id = signal("outcomes-split", "OUTCOMED");
        resolved("/api/signals/" + id);
        var ex = bars("OUTCOMED").get(3).get("session_date");

        given().contentType(ContentType.JSON)
                .body(Map.of(
                        "items", List.of(Map.of("symbol", "OUTCOMED", "ex_date", ex, "kind", "split", "ratio", 2))))
                .post("/api/corporate-actions")
                .then()
                .statusCode(200);

        resolve();
        assertThat(Runs.json("/api/signals/" + id).getList("outcome.returns.version"))
                .containsExactly(1, 1, 2, 2, 2);
        assertThat(database.column(
                        "select cast(o.superseded_at is null as text) from outcomes o join outcome_subjects s on s.id = o.subject_id"
                                + " where s.signal_id = ? and o.horizon = 5 order by o.version",
                        id))
                .containsExactly("false", "true");
    }

    @Test
    void countsOnlyTheFirst_ofThoseAboutTheSame() {
        var first = signal("outcomes-repeated", "OUTCOMEE");
        var second = run("outcomes-repeated");

        assertThat(Runs.json("/api/signals/" + first).getBoolean("outcome.counted"))
                .isTrue();
        assertThat(Runs.json("/api/signals/" + second).getBoolean("outcome.counted"))
                .isFalse();

        given().contentType(ContentType.JSON)
                .body(Map.of("reason", "a test"))
                .post("/api/signals/" + first + "/void")
                .then()
                .statusCode(200);

        assertThat(Runs.json("/api/signals/" + first).getBoolean("outcome.counted"))
                .isFalse();
        assertThat(Runs.json("/api/signals/" + second).getBoolean("outcome.counted"))
                .isTrue();
    }

    private static long signal(String strategy, String symbol) {
        given().contentType(ContentType.JSON)
                .body(Map.of(
                        "name", strategy,
                        "symbols", List.of(symbol),
                        "timeframes", List.of("1d"),
                        "models", List.of("rules-v1"),
                        "feeds", List.of("synthetic"),
                        "adjustment", "split",
                        "indicators", Map.of("RSI", Map.of("period", 14))))
                .post("/api/strategies")
                .then()
                .statusCode(201);
        return run(strategy);
    }

    private static long run(String strategy) {
        long execution = given().contentType(ContentType.JSON)
                .body(Map.of("strategy", strategy, "as_of", AS_OF))
                .post("/api/executions")
                .then()
                .statusCode(202)
                .extract()
                .jsonPath()
                .getLong("id");
        await().atMost(PATIENCE)
                .until(() -> Runs.json("/api/executions/" + execution).getString("status"), "completed"::equals);
        return Runs.json("/api/signals?execution_id=" + execution).getLong("items[0].id");
    }

    private JsonPath resolved(String path) {
        resolve();
        assertThat(Runs.json(path).getString("outcome.state")).isEqualTo("resolved");
        return exact(path);
    }

    private void resolve() {
        Await.item(outcomes::resolveAll);
    }

    /** To the last digit. */
    private static JsonPath exact(String path) {
        return Runs.json(path).using(new JsonPathConfig(JsonPathConfig.NumberReturnType.BIG_DECIMAL));
    }

    private void lookAgain(long signal) {
        database.change(
                "update outcome_subjects set state = 'pending', due_at = now(), market_regime = null where signal_id = ?",
                signal);
    }

    /** Those that opened after the execution could have been acted on, unadjusted. */
    private static List<Map<String, Object>> bars(String symbol) {
        var to = Instant.parse(AS_OF).plus(60, ChronoUnit.DAYS);
        return exact("/api/market-data/" + symbol + "?source=synthetic&timeframe=1d&from=" + AS_OF + "&to=" + to)
                .getList("items");
    }

    private static BigDecimal change(@Nullable Object from, @Nullable Object to) {
        return decimal(to)
                .divide(decimal(from), 20, RoundingMode.HALF_EVEN)
                .subtract(BigDecimal.ONE)
                .setScale(12, RoundingMode.HALF_EVEN);
    }

    private static BigDecimal decimal(@Nullable Object number) {
        return new BigDecimal(String.valueOf(number));
    }
}
