package io.candletrace.execution;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.candletrace.testing.FakeAnswers;
import io.candletrace.testing.FakeOpenAi;
import io.candletrace.testing.PostgresResource;
import io.candletrace.testing.Runs;
import io.candletrace.testing.ScriptedModelResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** From what a model answers to what is made of it, over the whole service. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(ScriptedModelResource.class)
class CheckedSignalTest {
    private static final Pattern CLOSE = Pattern.compile("close ([0-9.]+), volume");

    @SuppressWarnings("NullAway.Init")
    FakeOpenAi endpoint;

    @Test
    void holds_whenTheStopIsOnTheWrongSide() {
        // Given
        endpoint.script((asked, stage) ->
                FakeAnswers.says(buy(asked.text(), "1.05", "1.1")).play(asked, stage));

        // When
        var execution = run(strategy("wrong-stop", Map.of("max_failed_claims", 1_000)));

        // Then
        var analysis = only("llm-analyses", execution);
        assertThat(analysis).containsEntry("status", "completed").containsEntry("recommendation", "BUY");
        assertThat((List<Map<String, Object>>) analysis.get("claims"))
                .filteredOn(claim -> "stop_side".equals(claim.get("kind")))
                .singleElement()
                .satisfies(claim ->
                        assertThat(claim).containsEntry("what", "stop_loss").containsEntry("pass", false));
        var signal = only("signals", execution);
        assertThat(signal)
                .containsEntry("signal_type", "HOLD")
                .containsEntry("confidence", null)
                .containsEntry("stop_loss", null);
        assertThat((String) signal.get("reasoning"))
                .startsWith("HOLD: scripted on 1d says BUY")
                .contains("; its stop_loss is on the wrong side, expected below ");
    }

    @Test
    void showsTheClaims_onTheSignalsPage() {
        // Given
        endpoint.script((asked, stage) ->
                FakeAnswers.says(buy(asked.text(), "1.05", "1.1")).play(asked, stage));
        var execution = run(strategy("claims-page", Map.of()));

        // When
        var page = given().accept("text/html")
                .get("/signals/" + only("signals", execution).get("id"))
                .then()
                .statusCode(200)
                .extract()
                .asString();

        // Then
        assertThat(page)
                .contains("<td>stop_loss</td>", "<td class=\"failed\">failed</td>", "<td class=\"passed\">passed</td>")
                .contains("<td class=\"unverified\">unverified</td>", "&lt;b&gt;flag")
                .doesNotContain("<b>flag");
    }

    @Test
    void citesEveryVoter_andIsOfTheFirstListed() {
        // Given
        endpoint.script((asked, stage) ->
                FakeAnswers.says(buy(asked.text(), "0.97", "1.03")).play(asked, stage));
        var vote = Map.of(
                "vote",
                Map.of(
                        "of",
                        List.of(
                                Map.of("model", "scripted", "timeframe", "1d"),
                                Map.of("model", "rules-v1", "timeframe", "1d")),
                        "quorum",
                        2));
        var strategy = strategy("vote", vote);
        strategy.put("models", List.of("rules-v1", "scripted"));

        // When
        var execution = run(strategy);

        // Then
        var signal = only("signals", execution);
        var lineage = Runs.json("/api/signals/" + signal.get("id") + "/lineage");
        assertThat(lineage.getList("analyses.role")).containsExactly("decides", "decides");
        assertThat(lineage.getList("analyses.model_name")).containsExactly("scripted-model", "rules-v1");
        assertThat(lineage.getList("analyses.llm_analysis_id").getFirst()).isEqualTo(signal.get("llm_analysis_id"));
        assertThat((String) signal.get("reasoning")).contains(" of 2 voters, ");
    }

    @Test
    void refusesAPolicy_thatNamesWhatTheStrategyHasNot() {
        var vote = Map.of("of", List.of(Map.of("model", "grok", "timeframe", "1d")), "quorum", 1);

        given().contentType(ContentType.JSON)
                .body(strategy("refused", Map.of("vote", vote)))
                .post("/api/strategies")
                .then()
                .statusCode(422)
                .body(
                        "detail",
                        equalTo("signal_policy.vote: expected one of the strategy's models [scripted], found 'grok'"));
    }

    /** BUY at the last close that the prompt states, with a stop and a target so many times that. */
    private static String buy(String prompt, String stop, String target) {
        var match = CLOSE.matcher(prompt);
        assertThat(match.find()).isTrue();
        var close = new BigDecimal(match.group(1));
        return """
                {"symbol": "ALPHA", "readings": [], "key_patterns": ["<b>flag</b>"], "support_levels": [], "resistance_levels": [],
                 "reasoning": "So it seems.", "trend_direction": "bullish", "recommendation": "BUY", "confidence": 0.8,
                 "entry_low": %1$s, "entry_high": %1$s, "stop_loss": %2$s, "targets": [%3$s], "r_multiple": 1}\
                """.formatted(close, times(close, stop), times(close, target));
    }

    private static BigDecimal times(BigDecimal close, String factor) {
        return close.multiply(new BigDecimal(factor)).setScale(4, RoundingMode.HALF_EVEN);
    }

    private static Map<String, Object> strategy(String name, Map<String, ?> policy) {
        var strategy = new HashMap<>(Runs.strategy(name));
        strategy.putAll(Map.of(
                "symbols",
                List.of("ALPHA"),
                "timeframes",
                List.of("1d"),
                "models",
                List.of("scripted"),
                "signal_policy",
                policy));
        return strategy;
    }

    private static long run(Map<String, Object> strategy) {
        given().contentType(ContentType.JSON)
                .body(strategy)
                .post("/api/strategies")
                .then()
                .statusCode(201);
        return Runs.run(String.valueOf(strategy.get("name")));
    }

    private static Map<String, Object> only(String what, long execution) {
        var items = Runs.json("/api/" + what + "?execution_id=" + execution).<Map<String, Object>>getList("items");
        assertThat(items).hasSize(1);
        return items.getFirst();
    }
}
