package io.candletrace.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.candletrace.testing.Database;
import io.candletrace.testing.PostgresResource;
import io.candletrace.testing.Replaying;
import io.candletrace.testing.TwoModelsResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row is changed, found out and put back. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(TwoModelsResource.class)
class TamperingTest {
    private static long execution;

    @Inject
    Database database;

    private long analysis;

    @BeforeEach
    void run() {
        if (execution == 0) {
            execution = Replaying.run("tampered", List.of("ALPHA"), List.of("calm", "rules-v1"));
        }
        analysis = Replaying.analyses(execution, "calm").getFirst();
    }

    @ParameterizedTest
    @MethodSource
    void finds(String table, String column, String changed, String what) {
        // Given
        var row = "where id = (" + id(table) + ")";
        var before = database.value("select " + column + "::text from " + table + " " + row);
        var type = database.value("select format_type(pg_typeof(" + column + "), null) from " + table + " " + row)
                .replace("character", "bpchar");

        // When
        database.change("update " + table + " set " + column + " = " + changed + " " + row);
        var found = verified(analysis);
        database.change("update " + table + " set " + column + " = cast(? as " + type + ") " + row, before);

        // Then
        assertThat(found.getString("outcome")).isEqualTo("tampered");
        assertThat(differing(found)).anyMatch(name -> name.matches(what));
        assertThat(verified(analysis).getString("outcome")).isEqualTo("identical");
    }

    static Stream<Arguments> finds() {
        var analyses = "llm_analyses";
        var calls = "llm_calls";
        return Stream.of(
                argumentSet("the prompt", analyses, "prompt_text", "prompt_text || ' '", "prompt_text"),
                argumentSet("its hash", analyses, "prompt_sha256", "repeat('0', 64)", "prompt_sha256"),
                argumentSet("the template", "prompt_templates", "body", "body || '.'", "prompt template daily@1"),
                argumentSet(
                        "a verdict's field",
                        analyses,
                        "verdict",
                        "jsonb_set(verdict, '{entry_low}', '1')",
                        "verdict.entry_low"),
                argumentSet("a verdict's extra field", analyses, "verdict", "verdict || '{\"a\": 1}'", "verdict.a"),
                argumentSet("the confidence", analyses, "confidence_score", "0.9", "confidence_score"),
                argumentSet("the recommendation", analyses, "recommendation", "'SELL'", "recommendation"),
                argumentSet("the trend", analyses, "trend_direction", "'bearish'", "trend_direction"),
                argumentSet("the supports", analyses, "support_levels", "'[1]'::jsonb", "support_levels"),
                argumentSet("the levels", analyses, "levels", "levels - 'stop_loss'", "levels.stop_loss"),
                argumentSet("a claim", analyses, "claims", "jsonb_set(claims, '{0,found}', '\"x\"')", "claims.0."),
                argumentSet("all claims", analyses, "claims", "'[]'::jsonb", "claims.0."),
                argumentSet("the answer", analyses, "response_text", "'{}'", "response_text"),
                argumentSet("the cost", analyses, "cost_usd", "cost_usd + 0.000000000001", "cost_usd"),
                argumentSet("the time", analyses, "decided_at", "decided_at + interval '1 s'", "decided_at"),
                argumentSet("the horizon", analyses, "horizon_bars", "horizon_bars + 1", "horizon_bars"),
                argumentSet(
                        "a reading",
                        analyses,
                        "indicators_metadata",
                        "jsonb_set(indicators_metadata, '{RSI,current}', '99')",
                        "indicators_metadata.RSI"),
                argumentSet(
                        "a byte of the answer",
                        calls,
                        "response_body",
                        "set_byte(response_body, 20, 33)",
                        "call [0-9]+ response_body"),
                argumentSet(
                        "the answer's words",
                        calls,
                        "response_body",
                        "convert_to(replace(convert_from(response_body, 'UTF8'), 'BUY', 'SELL'), 'UTF8')",
                        "recommendation"),
                argumentSet(
                        "the request",
                        calls,
                        "request",
                        "jsonb_set(request, '{model}', '\"x\"')",
                        "call [0-9]+ request"),
                argumentSet("a call's tokens", calls, "output_visible", "output_visible + 1", "tokens_used"),
                argumentSet("a call's cost", calls, "cost_usd", "cost_usd + 0.000000000001", "call [0-9]+ cost_usd"),
                argumentSet("the chart's pixels", "charts", "pixels_sha256", "repeat('0', 64)", "redrawn pixels"),
                argumentSet(
                        "the chart's colours",
                        "charts",
                        "render_spec",
                        "render_spec || '{\"theme\": \"dark\"}'",
                        "render_spec"),
                argumentSet("the chart's time", "charts", "as_of", "as_of - interval '9 days'", "chart [0-9]+"),
                argumentSet("a hash that is none", "charts", "jpeg_sha256", "repeat('x', 64)", "chart [0-9]+"),
                argumentSet("the model's name", analyses, "model_name", "'x'", "call [0-9]+ model"));
    }

    @Test
    void findsTokens_thatWereMoved() {
        var move = "update llm_analyses set input_uncached = input_cached, input_cached = input_uncached where id = ?";

        database.change(move, analysis);
        var found = verified(analysis);
        database.change(move, analysis);

        assertThat(differing(found)).contains("tokens.input_uncached", "tokens.input_cached");
    }

    @Test
    void findsABaselineVerdict_thatIsNotWhatTheRulesSay() {
        var baseline = Replaying.analyses(execution, "rules-v1").getFirst();
        var turn = "update llm_analyses set recommendation = ? where id = ?";
        var said = database.value("select recommendation from llm_analyses where id = ?", baseline);

        database.change(turn, said.equals("SELL") ? "BUY" : "SELL", baseline);
        var found = verified(baseline);
        database.change(turn, said, baseline);

        assertThat(found.getString("outcome")).isEqualTo("tampered");
        assertThat(differing(found)).containsExactly("recommendation");
    }

    private String id(String table) {
        return switch (table) {
            case "llm_calls" ->
                "select min(c.id) from llm_calls c join llm_analyses a on a.chart_id = c.chart_id where a.id = "
                        + analysis;
            case "charts" -> "select chart_id from llm_analyses where id = " + analysis;
            case "prompt_templates" -> "select prompt_template_id from llm_analyses where id = " + analysis;
            default -> "select " + analysis;
        };
    }

    private static JsonPath verified(long analysis) {
        return Replaying.post("/api/llm-analyses/" + analysis + "/replays", Map.of("kind", "verify"), 200);
    }

    private static List<String> differing(JsonPath verified) {
        return verified.getList("checks.findAll { !it.same }.what");
    }
}
