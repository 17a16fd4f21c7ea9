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
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which indicators helped, over HTTP, from executions that ran as of long ago. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class IndicatorEffectTest {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final String STRATEGY = "effects";
    private static final List<String> SYMBOLS =
            IntStream.range(0, 12).mapToObj(i -> "EFFECT" + (char) ('A' + i)).toList();
    private static final List<String> DAYS =
            List.of("2024-10-02T20:00:00Z", "2024-12-04T21:00:00Z", "2025-03-05T21:00:00Z");
    private static final int PREDICTIONS = SYMBOLS.size() * DAYS.size();
    private static final String SUBJECTS = "?subject=analyses&include=synthetic&strategy=" + STRATEGY;
    private static final String ALL = "/api/indicator-effects" + SUBJECTS;
    private static final String CELLS = "effects.collect { it.predicted }.flatten()";
    private static boolean finished;

    @Inject
    Database database;

    @Inject
    OutcomeTick outcomes;

    @Inject
    StateTick states;

    @BeforeEach
    void runOnce() {
        synchronized (IndicatorEffectTest.class) {
            if (!finished) {
                create();
                DAYS.forEach(IndicatorEffectTest::run);
                finished = true;
            }
        }
        Await.item(outcomes::resolveAll);
        Await.item(states::tellAll);
    }

    @Test
    void partsAllPredictions_byTheStateOfEachIndicator() {
        var answer = Runs.json(ALL);
        var scored = Runs.json("/api/scorecards" + SUBJECTS);

        assertThat(answer.getInt("market.n")).isEqualTo(PREDICTIONS);
        assertThat(answer.getInt("market.days")).isEqualTo(DAYS.size());
        assertThat(answer.getInt("without_states")).isZero();
        for (var indicator : List.of("RSI(14)", "SMA(20)", "SMA(200)", "Bollinger_Bands(20,2)", "SuperTrend(10,3)")) {
            assertThat(sum(answer, indicator, "market.n")).isEqualTo(PREDICTIONS);
            assertThat(sum(answer, indicator, "predicted.find { it.direction == 'both' }?.n"))
                    .isEqualTo(scored.getInt("scorecards[0].rate.n"));
            assertThat(sum(answer, indicator, "predicted.find { it.direction == 'both' }?.rate?.hits"))
                    .isEqualTo(scored.getInt("scorecards[0].rate.hits"));
        }
    }

    @Test
    void takesTheStates_fromWhatIsKept() {
        // Above what was kept of the average of 20 bars, as the database compares it
        var above = database.value("""
                select count(*) from llm_analyses a join charts c on c.id = a.chart_id join strategies s on s.id = a.strategy_id
                where s.name = ? and c.price_current > cast(a.indicators_metadata -> 'SMA' -> 'current' ->> '20' as numeric)
                """, STRATEGY);
        var strong = database.value("""
                select count(*) from llm_analyses a join strategies s on s.id = a.strategy_id
                where s.name = ? and cast(a.indicators_metadata -> 'RSI' ->> 'current' as numeric) between 55 and 70
                """, STRATEGY);

        assertThat(state("SMA(20)", "above").getInt("market.n")).isEqualTo(Integer.parseInt(above));
        assertThat(state("RSI(14)", "55_to_70").getInt("market.n")).isEqualTo(Integer.parseInt(strong));
    }

    /** The strategy asks for no average of 200 bars, and readings keep no history of ranges. */
    @Test
    void takesTheRest_fromTheMarketsRegime() {
        var high = database.value("""
                select count(*) from outcome_subjects o join strategies s on s.id = o.strategy_id
                where s.name = ? and o.kind = 'analysis' and o.market_regime like '%high_atr'
                """, STRATEGY);

        assertThat(Runs.json(ALL)
                        .getInt("effects.findAll { it.indicator == 'ATR(14)' && it.state == 'highest_third' }"
                                + ".market.n.sum() ?: 0"))
                .isEqualTo(Integer.parseInt(high));
    }

    @Test
    void saysWhatThirtyCanSay_andNoMore() {
        var answer = Runs.json(ALL);

        assertThat(answer.getList(CELLS + ".findAll { it.n < 30 }.status"))
                .isNotEmpty()
                .containsOnly("insufficient_data");
        assertThat(answer.getList(CELLS + ".findAll { it.n < 30 && it.rate.hit_rate != null }"))
                .isEmpty();
        assertThat(answer.getList(CELLS + ".findAll { it.n >= 30 && (it.status != 'ok' || it.rate.hit_rate == null) }"))
                .isEmpty();
        assertThat(answer.getList(CELLS + ".findAll { (it.q == null) != (it.rate.p == null) }"))
                .isEmpty();
        assertThat(answer.getInt("cells")).isEqualTo(answer.getList(CELLS).size());
        assertThat(answer.getInt("looks"))
                .isEqualTo(answer.getList(CELLS + ".findAll { it.q != null }").size());
    }

    @Test
    void countsOnlyWhatIsAskedFor() {
        assertThat(Runs.json(ALL + "&symbol=EFFECTA").getInt("market.n")).isEqualTo(DAYS.size());
        assertThat(Runs.json(ALL + "&to=" + DAYS.get(1)).getInt("market.n")).isEqualTo(SYMBOLS.size());
        assertThat(Runs.json("/api/indicator-effects?strategy=" + STRATEGY).getInt("market.n"))
                .isZero();
        assertThat(Runs.json("/api/indicator-effects?include=synthetic&strategy=" + STRATEGY)
                        .getInt("market.n"))
                .isEqualTo(PREDICTIONS);
    }

    @Test
    void writesATable() {
        var lines = given().accept("text/csv")
                .get(ALL)
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .toList();

        assertThat(lines.getFirst()).startsWith("indicator,state,direction,status,n,days,hits,hit_rate,wilson_low");
        assertThat(lines).hasSize(1 + Runs.json(ALL).getInt("cells"));
        assertThat(lines.get(1)).startsWith("RSI(14),");
    }

    @Test
    void tellsThemAgain_andGoesOnWhenNothingCanBeTold() {
        var before = told();

        database.change("update analysis_states set states = null where llm_analysis_id in " + ANALYSES, STRATEGY);
        assertThat(Runs.json(ALL).getInt("without_states")).isEqualTo(PREDICTIONS);
        Await.item(states::tellAll);

        assertThat(told()).isEqualTo(before).hasSize(PREDICTIONS);

        var odd = database.value(
                "select min(llm_analysis_id) from analysis_states where llm_analysis_id in " + ANALYSES, STRATEGY);
        var kept = database.value("select indicators_metadata from llm_analyses where id = ?", Long.valueOf(odd));
        keep(odd, "{\"RSI\": [1], \"SMA\": {\"current\": 3}, \"MACD\": null}");
        assertThat(database.value("select states from analysis_states where llm_analysis_id = ?", Long.valueOf(odd)))
                .isEqualTo("{}");
        keep(odd, kept);
        assertThat(told()).isEqualTo(before);
    }

    @Test
    void refuses_asScorecardsDo() {
        given().get("/api/indicator-effects?horizon=0").then().statusCode(400);
        given().get("/api/indicator-effects?horizon=7").then().statusCode(422);
        given().get("/api/indicator-effects?subject=charts").then().statusCode(400);
        given().get("/api/indicator-effects?timeframe=2d").then().statusCode(400);
        given().get("/api/indicator-effects?include=everything").then().statusCode(400);
    }

    private static final String ANALYSES =
            "(select a.id from llm_analyses a join strategies s on s.id = a.strategy_id where s.name = ?)";

    private List<String> told() {
        return database.column(
                "select states from analysis_states where llm_analysis_id in " + ANALYSES + " order by llm_analysis_id",
                STRATEGY);
    }

    private void keep(String analysis, String readings) {
        database.change(
                "update llm_analyses set indicators_metadata = cast(? as jsonb) where id = ?",
                readings,
                Long.valueOf(analysis));
        database.change("update analysis_states set states = null where llm_analysis_id = ?", Long.valueOf(analysis));
        Await.item(states::tellAll);
    }

    private static int sum(JsonPath answer, String indicator, String figure) {
        return answer.getInt(
                "effects.findAll { it.indicator == '" + indicator + "' }.collect { it." + figure + " ?: 0 }.sum()");
    }

    private static JsonPath state(String indicator, String state) {
        return Runs.json(ALL)
                .setRootPath("effects.find { it.indicator == '" + indicator + "' && it.state == '" + state + "' }");
    }

    private static void create() {
        given().contentType(ContentType.JSON)
                .body(Map.of(
                        "name", STRATEGY,
                        "symbols", SYMBOLS,
                        "timeframes", List.of("1d"),
                        "models", List.of("rules-v1"),
                        "feeds", List.of("synthetic"),
                        "adjustment", "split",
                        "indicators",
                                Map.of(
                                        "RSI", Map.of("period", 14),
                                        "SMA", Map.of("periods", List.of(20, 50)),
                                        "MACD", Map.of(),
                                        "Bollinger_Bands", Map.of("std", new BigDecimal("2.0")),
                                        "SuperTrend", Map.of(),
                                        "ADX", Map.of())))
                .post("/api/strategies")
                .then()
                .statusCode(201);
    }

    private static void run(String asOf) {
        long execution = given().contentType(ContentType.JSON)
                .body(Map.of("strategy", STRATEGY, "as_of", asOf))
                .post("/api/executions")
                .then()
                .statusCode(202)
                .extract()
                .jsonPath()
                .getLong("id");
        await().atMost(PATIENCE)
                .until(() -> Runs.json("/api/executions/" + execution).getString("status"), "completed"::equals);
    }
}
