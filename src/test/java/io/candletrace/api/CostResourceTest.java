package io.candletrace.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.candletrace.analysis.Usage;
import io.candletrace.testing.CallRows;
import io.candletrace.testing.CallRows.Call;
import io.candletrace.testing.CallRows.Outcome;
import io.candletrace.testing.CallRows.Place;
import io.candletrace.testing.Database;
import io.candletrace.testing.PostgresResource;
import io.candletrace.testing.Runs;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.JsonConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Costs over calls that were sent in March 2020, when nothing else was. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class CostResourceTest {

    private static final String MARCH = "from=2020-03-01T00:00:00Z&to=2020-04-01T00:00:00Z";
    private static final List<String> ADDITIVE = List.of(
            "calls",
            "answered_calls",
            "failed_calls",
            "repairs",
            "analyses",
            "tokens_used",
            "input_uncached",
            "input_cached",
            "cache_write",
            "output_visible",
            "output_reasoning",
            "cost_usd",
            "unknown_cost_calls");
    private static final String OF_ROWS = """
            select count(*) || ' ' || sum(input_uncached + input_cached + cache_write + output_visible + output_reasoning)
                || ' ' || trim_scale(sum(cost_usd)) || ' ' || count(*) - count(cost_usd)
            from llm_calls where sent_at >= '2020-03-01Z' and sent_at < '2020-04-01Z'
            """;

    private static long execution;

    @Inject
    CallRows rows;

    @Inject
    Database database;

    @BeforeEach
    void spend() {
        if (execution == 0) {
            execution = run("costly");
            var alpha = new Place(execution, "ALPHA", "1d");
            rows.add(
                    alpha,
                    Call.asked(
                            "dear",
                            "2020-03-02T10:00:00Z",
                            new Usage(1_500, 1_024, 256, 321, 1_111),
                            "0.021348001111"));
            rows.add(
                    alpha,
                    Call.asked("dear", "2020-03-02T10:00:05Z", new Usage(7, 0, 0, 3, 0), "0.000000000001")
                            .repair());
            rows.add(alpha, Outcome.of("dear", "completed", "2020-03-02T10:00:06Z"));
            rows.add(alpha, Call.asked("cheap", "2020-03-02T23:59:59Z", new Usage(100, 0, 0, 10, 0), "0.000001"));
            rows.add(alpha, Outcome.of("cheap", "invalid", "2020-03-03T00:00:00Z"));

            var weekly = new Place(execution, "BRAVO", "1w");
            rows.add(
                    weekly,
                    Call.asked("dear", "2020-03-03T00:00:00Z", Usage.NONE, "0")
                            .unknown()
                            .failed());
            rows.add(
                    weekly,
                    Call.asked("dear", "2020-03-03T00:01:00Z", new Usage(1, 1, 1, 1, 1), "123456.000000000001")
                            .sample(2));
            rows.add(
                    weekly,
                    Outcome.of("dear", "completed", "2020-03-03T00:01:01Z").sample(2));

            var other = new Place(run("costly-too"), "ALPHA", "1d");
            rows.add(
                    other,
                    Call.asked("cheap", "2020-03-20T12:00:00Z", new Usage(50, 0, 0, 5, 0), "0")
                            .unknown());
            rows.add(other, Outcome.of("cheap", "completed", "2020-03-20T12:00:01Z"));
        }
    }

    @Test
    void tellsModelsApart_unlessAskedOtherwise() {
        var costs = costs("");

        assertThat(costs.getList("group_by", String.class)).containsExactly("model");
        assertThat(costs.getList("groups.model", String.class)).containsExactly("cheap", "dear");
        assertThat(costs.<Map<String, Object>>get("groups[1]"))
                .containsEntry("calls", 4)
                .containsEntry("answered_calls", 3)
                .containsEntry("failed_calls", 1)
                .containsEntry("repairs", 1)
                .containsEntry("analyses", 2)
                .containsEntry("tokens_used", 4_227)
                .containsEntry("input_uncached", 1_508)
                .containsEntry("input_cached", 1_025)
                .containsEntry("cache_write", 257)
                .containsEntry("output_visible", 325)
                .containsEntry("output_reasoning", 1_112)
                .containsEntry("unknown_cost_calls", 1)
                // 0.021348001111 + 0.000000000001 + 123456.000000000001
                .containsEntry("cost_usd", new BigDecimal("123456.021348001113"))
                .doesNotContainKeys("symbol", "day");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "symbol",
                "timeframe",
                "strategy",
                "model",
                "prompt_version",
                "day",
                "execution",
                "day,model",
                "execution,day,symbol",
                "prompt_version,strategy,timeframe,model",
                "symbol,timeframe,strategy,model,prompt_version,day,execution"
            })
    void addsUp_whateverItIsToldApartBy(String keys) {
        var costs = costs("&group_by=" + keys);

        assertThat(sum(costs.getList("groups"))).isEqualTo(figures(costs.getMap("total")));
        assertThat(costs.getList("group_by")).isEqualTo(List.of(keys.split(",")));
    }

    @Test
    void totalsEveryCallThatHasARow() {
        var total = costs("").getMap("total");

        assertThat(total.get("calls") + " " + total.get("tokens_used") + " " + total.get("cost_usd") + " "
                        + total.get("unknown_cost_calls"))
                .isEqualTo(database.value(OF_ROWS));
    }

    @Test
    void ordersGroups_byTheKeysAsGiven() {
        var costs = costs("&group_by=day,symbol");

        assertThat(costs.getList("groups.collect { it.day + ' ' + it.symbol }", String.class))
                .containsExactly("2020-03-02 ALPHA", "2020-03-03 BRAVO", "2020-03-20 ALPHA");
    }

    @Test
    void namesAPromptVersion_byNameAndNumber() {
        var versions = costs("&group_by=prompt_version").getList("groups.prompt_version", String.class);

        assertThat(versions).hasSize(2).allMatch(version -> version.matches("(daily|weekly)@[0-9]+"));
    }

    @Test
    void namesAPromptVersionsLanguage_whenItIsNotEnglish() {
        database.change("insert into prompt_templates (name, version, language, system_text, body, sha256, created_by,"
                + " change_note) values ('daily', 7, 'de', 's', 'b', repeat('0', 64), 'test', '')");
        rows.add(
                new Place(execution, "BRAVO", "1d"),
                Call.asked("german", "2020-04-02T00:00:00Z", new Usage(1, 0, 0, 0, 0), "1"));
        database.change("update llm_calls set prompt_template_id = (select id from prompt_templates"
                + " where language = 'de' and version = 7) where model_config = 'german'");

        var costs = get("/api/costs?from=2020-04-02T00:00:00Z&to=2020-04-03T00:00:00Z&group_by=prompt_version");

        assertThat(costs.getList("groups.prompt_version")).isEqualTo(List.of("daily/de@7"));
    }

    @ParameterizedTest
    @CsvSource({
        "symbol=BRAVO, 2",
        "timeframe=1w, 2",
        "strategy=costly-too, 1",
        "model=cheap, 2",
        "symbol=ALPHA&model=dear, 2",
        "strategy=no-such, 0"
    })
    void countsOnly_whatFiltersLetPass(String filter, int calls) {
        assertThat(costs("&" + filter).getInt("total.calls")).isEqualTo(calls);
    }

    @Test
    void countsAnExecution_alone() {
        assertThat(costs("&execution_id=" + execution).getInt("total.calls")).isEqualTo(5);
    }

    @Test
    void countsACall_inTheSpanItWasSentIn() {
        var upTo = get("/api/costs?from=2020-03-02T00:00:00Z&to=2020-03-03T00:00:00Z");
        var from = get("/api/costs?from=2020-03-03T00:00:00Z&to=2020-03-04T00:00:00Z");

        assertThat(upTo.getInt("total.calls")).isEqualTo(3);
        assertThat(from.getInt("total.calls")).isEqualTo(2);
    }

    @Test
    void writesCsv_exactlyAndPlainly() {
        var table = given().accept("text/csv")
                .get("/api/costs?" + MARCH + "&group_by=day,model")
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .extract()
                .asString();

        assertThat(table.lines())
                .containsExactly(
                        "day,model,calls,answered_calls,failed_calls,repairs,analyses,tokens_used,input_uncached,"
                                + "input_cached,cache_write,output_visible,output_reasoning,cost_usd,unknown_cost_calls",
                        "2020-03-02,cheap,1,1,0,0,1,110,100,0,0,10,0,0.000001,0",
                        "2020-03-02,dear,2,2,0,1,1,4222,1507,1024,256,324,1111,0.021348001112,0",
                        "2020-03-03,dear,2,1,1,0,1,5,1,1,1,1,1,123456.000000000001,1",
                        "2020-03-20,cheap,1,1,0,0,1,55,50,0,0,5,0,0,1");
    }

    @Test
    void writesJson_plainly() {
        assertThat(given().get("/api/costs?" + MARCH + "&group_by=day,model").asString())
                .contains("\"cost_usd\":123456.000000000001", "\"cost_usd\":0.000001,");
    }

    @Test
    void saysWhichDaysItIsAbout() {
        var costs = get("/api/costs");
        var from = Instant.parse(costs.getString("from"));
        var to = Instant.parse(costs.getString("to"));

        assertThat(Duration.between(from, to)).isEqualTo(Duration.ofDays(30));
        assertThat(Duration.between(to, Instant.now()).abs()).isLessThan(Duration.ofMinutes(1));
    }

    @Test
    void isEmpty_whereNothingWasSpent() {
        var costs = get("/api/costs?from=2019-01-01T00:00:00Z&to=2019-02-01T00:00:00Z");

        assertThat(costs.getList("groups")).isEmpty();
        assertThat(costs.getInt("total.calls")).isZero();
        assertThat(costs.getInt("total.cost_usd")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"colour", "model,colour", "model,", "model,model", "status", "Model"})
    void refuses_otherKeys(String keys) {
        given().get("/api/costs?group_by=" + keys)
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-request"))
                .body(
                        "detail",
                        containsString("group_by: expected symbol, timeframe, strategy, model, prompt_version, day,"
                                + " execution, each at most once, found"));
    }

    @ParameterizedTest
    @CsvSource({
        "from=yesterday, from",
        "from=2020-03-02T00:00:00Z&to=2020-03-02T00:00:00Z, from",
        "execution_id=x, execution_id",
        "timeframe=2d, timeframe"
    })
    void refuses_malformedParameters(String parameters, String told) {
        given().get("/api/costs?" + parameters).then().statusCode(400).body("detail", containsString(told));
    }

    @Test
    void listsTheMostExpensivePrompts() {
        var prompts = get("/api/costs/prompts?" + MARCH);

        assertThat(prompts.getList("items.collect { it.prompt_version.split('@')[0] + ' ' + it.model }", String.class))
                .containsExactly("weekly dear", "daily dear", "daily cheap");
        assertThat(prompts.<Map<String, Object>>get("items[0]"))
                .containsEntry("cost_usd", new BigDecimal("123456.000000000001"))
                .containsEntry("unknown_cost_calls", 1)
                .containsEntry("calls", 2)
                .containsEntry("analyses", 1)
                .containsEntry("cost_per_analysis_usd", new BigDecimal("123456.000000000001"))
                .containsEntry("tokens_per_analysis", 5)
                .containsEntry("invalid_share", 0);
        // One of two analyses is known to have cost 0.000001; they took 110 and 55 tokens.
        assertThat(prompts.<Map<String, Object>>get("items[2]"))
                .containsEntry("cost_per_analysis_usd", new BigDecimal("0.000001"))
                .containsEntry("tokens_per_analysis", new BigDecimal("82.5"))
                .containsEntry("invalid_share", new BigDecimal("0.5"));
    }

    @Test
    void listsAsManyPrompts_asAskedFor() {
        assertThat(get("/api/costs/prompts?limit=1&" + MARCH).getList("items")).hasSize(1);
        given().get("/api/costs/prompts?limit=201").then().statusCode(400);
    }

    private static JsonPath costs(String parameters) {
        return get("/api/costs?" + MARCH + parameters);
    }

    private static JsonPath get(String path) {
        var exact = JsonConfig.jsonConfig().numberReturnType(JsonPathConfig.NumberReturnType.BIG_DECIMAL);
        return given().config(RestAssuredConfig.config().jsonConfig(exact))
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static Map<String, BigDecimal> sum(List<Map<String, Object>> groups) {
        var sums = new HashMap<String, BigDecimal>();
        groups.forEach(group -> figures(group).forEach((name, value) -> sums.merge(name, value, BigDecimal::add)));
        sums.replaceAll((name, value) -> plain(value));
        return sums;
    }

    private static Map<String, BigDecimal> figures(Map<String, Object> group) {
        var figures = new HashMap<String, BigDecimal>();
        ADDITIVE.forEach(name -> figures.put(name, plain(new BigDecimal(String.valueOf(group.get(name))))));
        return figures;
    }

    private static BigDecimal plain(BigDecimal value) {
        return value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    }

    private static long run(String strategy) {
        given().contentType(ContentType.JSON)
                .body(Runs.strategy(strategy))
                .post("/api/strategies")
                .then()
                .statusCode(201);
        return Runs.run(strategy);
    }
}
