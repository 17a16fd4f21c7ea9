package io.candletrace.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.candletrace.analysis.Usage;
import io.candletrace.testing.CallRows;
import io.candletrace.testing.CallRows.Outcome;
import io.candletrace.testing.CallRows.Place;
import io.candletrace.testing.Database;
import io.candletrace.testing.PostgresResource;
import io.candletrace.testing.PricedModelsResource;
import io.candletrace.testing.Runs;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an execution would cost; the models' endpoint is not there, so nothing here can have asked them. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(PricedModelsResource.class)
class DryRunTest {

    private static final String ROWS = """
            select (select count(*) from workflow_executions) || ' ' || (select count(*) from workflow_tasks) || ' '
                || (select count(*) from instruments) || ' ' || (select count(*) from scheduled_tasks) || ' '
                || (select count(*) from charts) || ' ' || (select count(*) from llm_calls)
            """;

    @Inject
    CallRows rows;

    @Inject
    Database database;

    @Inject
    Clock clock;

    @Test
    void says_whatWouldBeAsked() {
        create("dry-asked", Map.of("models", List.of("rules-v1", "priced")));

        var forecast = dryRun("dry-asked", "\"symbols\": [\"ALPHA\"], \"as_of\": \"2025-10-29T20:00:00Z\"");

        assertThat(forecast.getString("strategy")).isEqualTo("dry-asked");
        assertThat(forecast.getInt("strategy_version")).isOne();
        assertThat(forecast.getList("symbols")).isEqualTo(List.of("ALPHA"));
        assertThat(forecast.getList("timeframes")).isEqualTo(List.of("1d", "1w"));
        assertThat(forecast.getString("as_of")).isEqualTo("2025-10-29T20:00:00Z");
        assertThat(forecast.getString("as_of_source")).isEqualTo("request");
        assertThat(forecast.getList("models.model")).isEqualTo(List.of("rules-v1", "priced"));
        // Two questions; at most in 3 attempts an answer and a repair, each sent again once.
        assertThat(forecast.getMap("calls")).isEqualTo(Map.of("least", 2, "most", 2 * 3 * 2 * 2));
    }

    @Test
    void isFree_forTheRules() {
        create("dry-rules", Map.of());

        var forecast = dryRun("dry-rules", "\"symbols\": [\"ALPHA\", \"BRAVO\"]");

        assertThat(forecast.getMap("calls")).isEqualTo(Map.of("least", 0, "most", 0));
        assertThat(forecast.getMap("tokens")).isEqualTo(Map.of("low", 0, "high", 0));
        assertThat(forecast.getString("cost")).isEqualTo("known");
        assertThat(forecast.getMap("cost_usd")).isEqualTo(Map.of("low", 0, "high", 0));
        assertThat(forecast.getString("models[0].basis")).isEqualTo("none");
        assertThat(forecast.getMap("budget")).isEqualTo(Map.of("limits", Map.of(), "fits", true));
    }

    @Test
    void estimates_whereNothingIsKnownYet() {
        create("dry-estimate", Map.of("models", List.of("priced")));

        var forecast = dryRun("dry-estimate", "\"symbols\": [\"ALPHA\"]");

        assertThat(forecast.getString("models[0].basis")).isEqualTo("estimate");
        assertThat(forecast.getLong("models[0].model_price_id")).isPositive();
        assertThat(forecast.getInt("tokens.low")).isBetween(2 * 2_000, 2 * 10_000);
        // Twice the input, and an answer of 1,000 tokens three times, of two questions.
        assertThat(forecast.getInt("tokens.high")).isEqualTo(2 * forecast.getInt("tokens.low") + 2 * 3 * 1_000);
        assertThat(forecast.getDouble("cost_usd.low")).isPositive();
        assertThat(forecast.getDouble("cost_usd.high")).isGreaterThan(forecast.getDouble("cost_usd.low"));
        assertThat(forecast.getMap("models[0].cost_usd")).isEqualTo(forecast.getMap("cost_usd"));
    }

    @Test
    void goesByHistory_whereThereIsEnough() {
        create("dry-history", Map.of());
        var execution = Runs.run("dry-history");
        create("dry-seasoned", Map.of("models", List.of("seasoned")));
        analyse(execution, 4);
        assertThat(dryRun("dry-seasoned", "\"symbols\": [\"ALPHA\", \"BRAVO\"]").getString("models[0].basis"))
                .isEqualTo("estimate");
        analyse(execution, 5);

        var forecast = dryRun("dry-seasoned", "\"symbols\": [\"ALPHA\", \"BRAVO\"]");

        // Of two symbols and two prompts: 1,000 to 5,000 tokens each at 2.5 millionths.
        assertThat(forecast.getString("models[0].basis")).isEqualTo("history");
        assertThat(forecast.getMap("tokens")).isEqualTo(Map.of("low", 4_000, "high", 20_000));
        assertThat(forecast.getMap("cost_usd")).isEqualTo(Map.of("low", 0.01f, "high", 0.05f));
    }

    @Test
    void staysUnknown_whenAnyModelHasNoPrice() {
        create("dry-unknown", Map.of("models", List.of("priced", "unpriced")));

        var forecast = dryRun("dry-unknown", "\"symbols\": [\"ALPHA\"]");

        assertThat(forecast.getList("models.cost")).isEqualTo(List.of("known", "unknown"));
        assertThat(forecast.getString("cost")).isEqualTo("unknown");
        assertThat(forecast.<Object>get("cost_usd")).isNull();
        assertThat(forecast.<Object>get("models[1].cost_usd")).isNull();
        assertThat(forecast.getInt("tokens.high")).isPositive();
    }

    @ParameterizedTest
    @CsvSource({
        "dry-fits, priced, execution_usd, 1, true",
        "dry-fits-not, priced, daily_usd, 0.01, false",
        "dry-fits-tokens, priced, daily_tokens, 1000000, true",
        "dry-fits-no-tokens, priced, execution_tokens, 100, false",
        "dry-fits-unknown, unpriced, execution_usd, 1000, false"
    })
    void says_whetherTheBudgetLetsItPass(String name, String model, String limit, BigDecimal value, boolean fits) {
        create(name, Map.of("models", List.of(model), "budget", Map.of(limit, value)));

        var budget = dryRun(name, "\"symbols\": [\"ALPHA\"]");

        assertThat(budget.<String, Object>getMap("budget.limits")).containsOnlyKeys(limit);
        assertThat(budget.getBoolean("budget.fits")).isEqualTo(fits);
    }

    @Test
    void writesNothing() {
        create("dry-nothing", Map.of("symbols", List.of("NEVERSEEN"), "models", List.of("priced")));
        var before = database.value(ROWS);

        dryRun("dry-nothing", "\"symbols\": [\"NEVERSEEN\"]");

        assertThat(database.value(ROWS)).isEqualTo(before);
    }

    @Test
    void starts_whenItIsNoDryRun() {
        create("dry-not", Map.of());

        post("?dry_run=false", "{\"strategy\": \"dry-not\", \"symbols\": [\"ALPHA\"]}")
                .statusCode(202);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"strategy\": \"no-such\"}",
                "{\"strategy\": \"dry-refused\", \"symbols\": [\"ZULU\"]}",
                "{\"strategy\": \"dry-refused\", \"as_of\": \"2999-01-01T00:00:00Z\"}",
                "{\"strategy\": \"dry-refused\", \"as_of\": \"soon\"}",
                "{\"strategy\": \"dry-refused\", \"symbols\": []}",
                "{\"strategy\": \"dry-refused\"",
                "{}"
            })
    void refuses_whatARealOneRefuses(String body) {
        create("dry-refused", Map.of());

        var real = post("", body).extract();
        var dry = post("?dry_run=true", body).extract();

        assertThat(dry.statusCode()).isEqualTo(real.statusCode()).isBetween(400, 422);
        assertThat(withoutTimes(dry.asString())).isEqualTo(withoutTimes(real.asString()));
    }

    @Test
    void refuses_anotherWordForIt() {
        post("?dry_run=maybe", "{}").statusCode(400).body("detail", containsString("dry_run"));
    }

    @Test
    void refuses_aModelThatIsNoLongerConfigured() {
        create("dry-gone", Map.of("models", List.of("priced")));
        database.change("update strategy_versions set models = '[\"gone\"]' where strategy_id ="
                + " (select id from strategies where name = 'dry-gone')");

        post("?dry_run=true", "{\"strategy\": \"dry-gone\"}").statusCode(422).body("detail", containsString("gone"));
    }

    /** Five analyses of each prompt, or fewer: of 1,000 tokens of input, 2,000 and so on. */
    private void analyse(long execution, int upTo) {
        for (var timeframe : List.of("1d", "1w")) {
            int known = Integer.parseInt(database.value(
                    "select count(*) from llm_analyses where model_config = 'seasoned' and timeframe = ?", timeframe));
            for (int sample = known + 1; sample <= upTo; sample++) {
                rows.add(
                        new Place(execution, "ALPHA", timeframe),
                        Outcome.of(
                                        "seasoned",
                                        "completed",
                                        clock.instant()
                                                .minus(Duration.ofDays(29))
                                                .toString())
                                .sample(sample)
                                .took(1, "1", new Usage(1_000L * sample, 0, 0, 0, 0)));
            }
        }
    }

    private static void create(String name, Map<String, Object> said) {
        var strategy = new HashMap<>(Runs.strategy(name));
        strategy.putAll(said);
        given().contentType(ContentType.JSON).body(strategy).post("/api/strategies");
    }

    private static JsonPath dryRun(String strategy, String more) {
        return post("?dry_run=true", "{\"strategy\": \"" + strategy + "\", " + more + "}")
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static ValidatableResponse post(String parameters, String body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post("/api/executions" + parameters)
                .then();
    }

    private static String withoutTimes(String text) {
        return text.replaceAll("at 20[0-9T:.Z-]+", "");
    }
}
