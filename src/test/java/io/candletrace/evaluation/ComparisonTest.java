package io.candletrace.evaluation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.candletrace.testing.Answers;
import io.candletrace.testing.Await;
import io.candletrace.testing.PostgresResource;
import io.candletrace.testing.Replaying;
import io.candletrace.testing.Runs;
import io.candletrace.testing.TwoModelsResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Two beside each other over HTTP, from executions that ran as of long ago, and from replays of them. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(TwoModelsResource.class)
class ComparisonTest {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final String WEDNESDAY = "2025-03-05T21:00:00Z";
    private static final String THURSDAY = "2025-03-06T21:00:00Z";
    private static final List<String> CALM = List.of("calm");
    private static final List<String> OTHER = List.of("other");
    private static final String REFUSAL = "I cannot say anything about charts.";
    private static final String MODELS = "a=model:calm&b=model:other";

    @Inject
    OutcomeTick outcomes;

    ConcurrentMap<String, Queue<String>> scripts = new ConcurrentHashMap<>();

    @BeforeEach
    void forgetScripts() {
        scripts.values().forEach(Queue::clear);
    }

    @Test
    void pairsAnswersToTheSamePicture_andNoOthers() {
        // Given
        TwoModelsResource.says(scripts, "calm", Answers.buy("COMPAREA").text());
        post("compared", "COMPAREA", CALM, 160);
        var first = run("compared", WEDNESDAY);
        run("compared", THURSDAY);
        post("compared-wider", "COMPAREA", OTHER, 120);
        run("compared-wider", WEDNESDAY);
        TwoModelsResource.says(
                scripts,
                "other",
                Answers.sell("COMPAREA").text(),
                Answers.buy("COMPAREA").text());
        replay(first, Map.of("models", OTHER));
        replay(first, Map.of("models", OTHER));
        resolve();

        // When
        var compared = compared(MODELS + "&symbol=COMPAREA");

        // Then
        assertThat(compared.getInt("pairs")).isEqualTo(1);
        assertThat(compared.getInt("left_out.unpaired_a")).as("Thursday's").isEqualTo(1);
        assertThat(compared.getInt("left_out.unpaired_b")).as("of fewer bars").isEqualTo(1);
        assertThat(compared.getMap("agreement.matrix.BUY"))
                .as("the first replay counts")
                .isEqualTo(Map.of("BUY", 0, "SELL", 1, "HOLD", 0));
        var rose = hit(first);
        assertThat(compared.getInt("direction.only_a")).isEqualTo(rose ? 1 : 0);
        assertThat(compared.getInt("direction.only_b")).isEqualTo(rose ? 0 : 1);
        assertThat(compared.getInt("answers.a.hits")).isEqualTo(rose ? 1 : 0);
        assertThat(compared.getString("status")).isEqualTo("insufficient_data");
        assertThat((Object) compared.get("direction.a.rate")).isNull();
    }

    @Test
    void comparesPromptsOfOneModel_andNoModelsWithDifferentPrompts() {
        // Given
        var body = "Symbol {symbol}, in a word. The last bar: close {last_close}, volume {last_volume}.";
        Replaying.post(
                "/api/prompts", Map.of("name", "compared", "system_text", "You read charts.", "body", body), 201);
        post("compared-prompts", "COMPAREB", CALM, 160);
        var run = run("compared-prompts", WEDNESDAY);
        replay(run, Map.of("prompt", "compared@1", "models", List.of("calm", "other")));
        resolve();

        // When
        var prompts = compared("a=prompt:daily@1&b=prompt:compared@1&symbol=COMPAREB");
        var models = compared(MODELS + "&symbol=COMPAREB");

        // Then
        assertThat(prompts.getInt("pairs")).isEqualTo(1);
        assertThat(prompts.getInt("left_out.unpaired_b"))
                .as("the other model's")
                .isEqualTo(1);
        assertThat(models.getInt("pairs")).as("both with the new prompt").isEqualTo(1);
        assertThat(models.getInt("left_out.unpaired_a")).as("with the old one").isEqualTo(1);
    }

    @Test
    void comparesStrategies_byWhatTheyDidAtTheSameTime() {
        // Given
        post("compared-one", "COMPAREC", CALM, 160);
        post("compared-two", "COMPAREC", CALM, 120);
        var run = run("compared-one", WEDNESDAY);
        run("compared-one", THURSDAY);
        run("compared-two", WEDNESDAY);
        replay(run, Map.of("models", OTHER));
        resolve();

        // When
        var sides = "a=strategy:compared-one&b=strategy:compared-two@1";
        var signals = compared(sides + "&subject=signals");
        var analyses = compared(sides);

        // Then
        assertThat(signals.getString("a")).isEqualTo("strategy:compared-one@1");
        assertThat(signals.getInt("pairs")).isEqualTo(1);
        assertThat(analyses.getInt("pairs")).isEqualTo(1);
        assertThat(analyses.getInt("left_out.unpaired"))
                .as("Thursday's, and no replay")
                .isEqualTo(1);
        refuses("a=strategy:compared-one&b=strategy:compared-one@1", 400, "b: expected another version than a");
    }

    @Test
    void takesTheFirstAnswerWithAVerdict_andTellsThoseWithout() {
        // Given
        post("compared-again", "COMPAREG", CALM, 160);
        var run = run("compared-again", WEDNESDAY);
        TwoModelsResource.says(
                scripts, "other", REFUSAL, Answers.sell("COMPAREG").text());
        replay(run, Map.of("models", OTHER));
        replay(run, Map.of("models", OTHER));
        replay(run, Map.of("models", OTHER));
        resolve();

        // When
        var compared = compared(MODELS + "&symbol=COMPAREG");

        // Then
        assertThat(compared.getInt("pairs")).isEqualTo(1);
        assertThat(compared.getInt("agreement.matrix.BUY.SELL")).isEqualTo(1);
        assertThat(compared.getInt("answers.a.total")).isEqualTo(1);
        assertThat(compared.getInt("answers.b.total")).isEqualTo(2);
        assertThat(compared.getInt("answers.b.invalid")).isEqualTo(1);
    }

    @Test
    void countsWhatCannotBeCompared() {
        // Given
        post("compared-invalid", "COMPARED", CALM, 160);
        var run = run("compared-invalid", WEDNESDAY);
        post("compared-pending", "COMPAREE", CALM, 160);
        var late = Runs.run("compared-pending");
        TwoModelsResource.says(scripts, "other", REFUSAL);
        replay(run, Map.of("models", OTHER));
        replay(late, Map.of("models", OTHER));
        resolve();

        // When
        var invalid = compared(MODELS + "&symbol=COMPARED");
        var pending = compared(MODELS + "&symbol=COMPAREE&horizon=20");

        // Then
        assertThat(invalid.getInt("pairs")).isZero();
        assertThat(invalid.getInt("left_out.invalid")).isEqualTo(1);
        assertThat(invalid.getInt("answers.a.invalid")).isZero();
        assertThat(invalid.getInt("answers.b.invalid")).isEqualTo(1);
        assertThat(pending.getInt("pairs")).isZero();
        assertThat(pending.getInt("left_out.pending")).isEqualTo(1);
    }

    @Test
    void saysHowMuchTheyDiffer_whenThereIsEnough() {
        // Given
        var symbols = IntStream.range(0, 15).mapToObj(i -> "COMPAREF" + i).toList();
        post("compared-often", symbols, List.of("calm", "other", "rules-v1"), 160);
        run("compared-often", WEDNESDAY);
        run("compared-often", THURSDAY);
        resolve();

        // When
        var path = path(MODELS + "&strategy=compared-often");
        var compared = Runs.json(path);

        // Then
        assertThat(compared.getString("status")).isEqualTo("ok");
        assertThat(compared.getInt("pairs")).isEqualTo(30);
        assertThat(compared.getInt("days")).isEqualTo(2);
        assertThat(compared.getFloat("agreement.share")).isEqualTo(1);
        assertThat(compared.getFloat("returns.difference.mean")).isZero();
        assertThat(compared.getFloat("returns.difference.p")).isEqualTo(1);
        assertThat(compared.getInt("returns.difference.draws")).isEqualTo(10_000);
        assertThat(compared.getInt("brier.n")).isEqualTo(30);
        assertThat(compared.getFloat("brier.difference.mean")).isZero();
        assertThat(compared.getFloat("answers.a.cost_per_answer_usd")).isPositive();
        assertThat((Object) compared.get("answers.b.cost_usd")).as("no price").isNull();
        assertThat(given().get(path).asString()).isEqualTo(given().get(path).asString());
        var baseline = compared("a=model:calm&b=model:rules-v1&strategy=compared-often");
        assertThat(baseline.getInt("pairs")).isEqualTo(30);
        assertThat((Object) baseline.get("brier"))
                .as("a score is no probability")
                .isNull();
        var lines = given().accept("text/csv").get(path).asString().lines().toList();
        assertThat(lines.getFirst()).startsWith("metric,n,a,a_low,a_high,b,");
        assertThat(lines).anyMatch(line -> line.startsWith("mean_return,30,"));
        assertThat(lines).contains("answers,,30,,,30,,,,,,");
    }

    @ParameterizedTest
    @MethodSource
    void refuses(String query, int status, String said) {
        given().get("/api/comparisons?" + query)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("detail", containsString(said));
    }

    static Stream<Arguments> refuses() {
        var prompts = "a=prompt:daily@1&b=prompt:weekly@1";
        return Stream.of(
                argumentSet("no side", "a=model:calm", 400, "b: expected model:<model_config>"),
                argumentSet("an unknown kind", "a=moon:full&b=model:calm", 400, "a: expected model:<model_config>"),
                argumentSet("no version", "a=prompt:daily&b=prompt:daily@1", 400, "prompt:<name>@<version>"),
                argumentSet("the same twice", "a=model:calm&b=model:calm", 400, "another model than model:calm"),
                argumentSet("two kinds", "a=model:calm&b=prompt:daily@1", 400, "another model than model:calm"),
                argumentSet("an unknown version", "a=prompt:daily@1&b=prompt:daily@99", 422, "b: expected a version"),
                argumentSet("an unknown strategy", "a=strategy:nobody&b=strategy:none", 422, "a: expected a strategy"),
                argumentSet(
                        "a silent model", "a=model:mute&b=model:calm", 422, "a: expected a model that has answered"),
                argumentSet("no bars", prompts + "&horizon=0", 400, "horizon"),
                argumentSet("a horizon that is not resolved", prompts + "&horizon=7", 422, "horizon: expected one of"),
                argumentSet("an unknown subject", prompts + "&subject=moons", 400, "subject"),
                argumentSet("what never counts", prompts + "&include=repeated", 400, "include: expected synthetic"),
                argumentSet(
                        "a span that ends first",
                        prompts + "&from=2025-02-01T00:00:00Z&to=2025-01-01T00:00:00Z",
                        400,
                        "from"));
    }

    private static void post(String strategy, String symbol, List<String> models, int displayedBars) {
        post(strategy, List.of(symbol), models, displayedBars);
    }

    private static void post(String strategy, List<String> symbols, List<String> models, int displayedBars) {
        var body = new HashMap<String, Object>(Runs.strategy(strategy));
        body.putAll(Map.of(
                "symbols", symbols,
                "models", models,
                "timeframes", List.of("1d"),
                "feeds", List.of("synthetic"),
                "displayed_bars", displayedBars));
        Replaying.post("/api/strategies", body, 201);
    }

    private static long run(String strategy, String asOf) {
        var execution = Replaying.post("/api/executions", Map.of("strategy", strategy, "as_of", asOf), 202)
                .getLong("id");
        await().atMost(PATIENCE)
                .until(() -> Runs.json("/api/executions/" + execution).getString("status"), "completed"::equals);
        return execution;
    }

    private static void replay(long execution, Map<String, ?> what) {
        var body = new HashMap<String, Object>(what);
        body.put("kind", "counterfactual");
        Replaying.replayed("/api/executions/" + execution + "/replay", body);
    }

    private void resolve() {
        Await.item(outcomes::resolveAll);
    }

    /** Whether BUY was right after five bars. */
    private static boolean hit(long execution) {
        var analysis = Replaying.analyses(execution, "calm").getFirst();
        return Runs.json("/api/llm-analyses/" + analysis)
                .getBoolean("outcome.returns.find { it.horizon == 5 }.direction_hit");
    }

    private static JsonPath compared(String query) {
        return Runs.json(path(query));
    }

    private static String path(String query) {
        return "/api/comparisons?include=synthetic&" + query;
    }
}
