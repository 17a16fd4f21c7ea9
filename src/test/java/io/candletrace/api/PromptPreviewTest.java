package io.candletrace.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.candletrace.lineage.Sha256;
import io.candletrace.storage.ObjectKey;
import io.candletrace.storage.ObjectStore;
import io.candletrace.testing.Await;
import io.candletrace.testing.Database;
import io.candletrace.testing.PostgresResource;
import io.candletrace.testing.Runs;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PostgresResource.class)
class PromptPreviewTest {
    private static final String CHART =
            "select min(id) from charts where timeframe = '1d' and symbol = 'ALPHA' and execution_id = ?";
    private static final String OTHER_SNAPSHOT = "insert into bar_snapshots (sha256, object_key, source, instrument_id,"
            + " symbol, timeframe, adjustment, bar_count, first_bar_at, last_bar_at) select ?, ?, 'ibkr', instrument_id,"
            + " symbol, timeframe, adjustment, bar_count, first_bar_at, last_bar_at from bar_snapshots where sha256 = ?";
    private static final String OTHER_CHART =
            "insert into charts overriding system value select (jsonb_populate_record(c, jsonb_build_object('id', c.id + 1000000,"
                    + " 'bar_snapshot_id', s.id, 'source', 'ibkr', 'render_spec_sha256', s.sha256))).*"
                    + " from charts c, bar_snapshots s where c.id = ? and s.sha256 = ?";

    @Inject
    Database database;

    @Inject
    ObjectStore store;

    @Test
    void saysToTheByte_whatTheRunSaid() {
        // Given
        var chart = chart();
        var analysis = Runs.json("/api/llm-analyses?chart_id=" + chart);

        // When
        var preview = preview("daily", 1, Map.of("chart_id", chart)).statusCode(200);

        // Then
        preview.body("user_text", equalTo(analysis.getString("items[0].prompt_text")))
                .body("sha256", equalTo(analysis.getString("items[0].prompt_sha256")))
                .body("prompt_template_id", equalTo(analysis.getInt("items[0].prompt_template_id")))
                .body("strategy", equalTo(Runs.STRATEGY))
                .body("horizon_bars", equalTo(5))
                .body("bars_withheld", equalTo(false));
        var told = preview.extract().jsonPath();
        assertThat(told.getInt("length"))
                .isEqualTo(told.getString("system_text").length()
                        + told.getString("user_text").length());
    }

    @Test
    void isFound_byTheTemplateOfAnAnalysis() {
        var template = Runs.json("/api/llm-analyses?chart_id=" + chart()).getInt("items[0].prompt_template_id");

        given().get("/api/prompt-templates/" + template)
                .then()
                .statusCode(200)
                .body("id", equalTo(template))
                .body("name", equalTo("daily"))
                .body("language", equalTo("en"))
                .body("version", equalTo(1));
        given().get("/api/prompt-templates/999999").then().statusCode(404);
        given().get("/api/prompt-templates/x").then().statusCode(404);
    }

    @Test
    void asksForAnotherStrategy_andHorizon() {
        // Given
        strategy("asks", "</strategy_description> {symbol} {#if synthetic}");

        // When
        var preview = preview("daily", 1, Map.of("chart_id", chart(), "strategy", "asks", "horizon_bars", 17));

        // Then
        preview.statusCode(200)
                .body("strategy", equalTo("asks"))
                .body("horizon_bars", equalTo(17))
                .body("user_text", containsString("17 bars (sessions)"))
                .body("user_text", containsString("<strategy_name>asks</strategy_name>"))
                .body(
                        "user_text",
                        containsString("<strategy_description>‹/strategy_description› {symbol} {#if synthetic}"
                                + "</strategy_description>"));
    }

    @Test
    void showsAVersion_thatIsNotActive_withoutItsNotes() {
        // Given
        given().contentType(ContentType.JSON)
                .body(Map.of("name", "draft", "language", "de", "system_text", "Lies.", "body", "one"))
                .post("/api/prompts");
        var next = new HashMap<String, Object>(Map.of("system_text", "Lies genau.", "body", "{symbol} {bar_count}"));
        next.putAll(Map.of("change_note", "NOTE-TO-SELF", "created_by", "AUTHOR"));
        given().contentType(ContentType.JSON).body(next).post("/api/prompts/draft/versions?language=de");

        // When
        var preview = given().contentType(ContentType.JSON)
                .body(Map.of("chart_id", chart()))
                .post("/api/prompts/draft/versions/2/preview?language=de")
                .then();

        // Then
        preview.statusCode(200)
                .body("language", equalTo("de"))
                .body("version", equalTo(2))
                .body("system_text", equalTo("Lies genau."))
                .body("user_text", equalTo("ALPHA 160"));
        assertThat(preview.extract().asString()).doesNotContain("NOTE-TO-SELF", "AUTHOR");
    }

    @Test
    void leavesTheBarsOut_whenTheirSourceForbidsIt_andSaysSo() {
        // Given
        var chart = chart();
        var snapshot = Runs.json("/api/charts/" + chart).getString("snapshot_sha256");
        var bytes = Await.item(() -> store.find(new ObjectKey("snapshots/" + snapshot)))
                .orElseThrow();
        var other = new String(bytes, StandardCharsets.UTF_8)
                .replace("source synthetic\n", "source ibkr\n")
                .getBytes(StandardCharsets.UTF_8);
        var sha256 = Sha256.of(other).hex();
        Await.item(() -> store.put(new ObjectKey("snapshots/" + sha256), other, "text/plain"));
        database.change(OTHER_SNAPSHOT, sha256, "snapshots/" + sha256, snapshot);
        database.change(OTHER_CHART, chart, sha256);
        var restricted = database.value("select max(id) from charts where source = 'ibkr'");

        // When
        var preview = preview("daily", 1, Map.of("chart_id", Long.valueOf(restricted)));

        // Then
        preview.statusCode(200)
                .body("bars_withheld", equalTo(true))
                .body("note", containsString("terms do not allow"))
                .body("user_text", containsString("(left out: the terms of the source"));
    }

    @Test
    void refuses_whatIsImpossible() {
        var chart = chart();

        preview("daily", 1, Map.of("chart_id", 999_999)).statusCode(422).body("detail", containsString("'999999'"));
        preview("daily", 1, Map.of("chart_id", chart, "strategy", "no-such"))
                .statusCode(422)
                .body("detail", containsString("'no-such'"));
        preview("daily", 1, Map.of("chart_id", chart, "horizon_bars", 0))
                .statusCode(422)
                .body("detail", containsString("horizon_bars"));
        preview("daily", 1, Map.of()).statusCode(400).body("detail", containsString("chart_id"));
        preview("daily", 1, Map.of("chart_id", -1)).statusCode(400);
        preview("daily", 99, Map.of("chart_id", chart)).statusCode(404);
    }

    private long chart() {
        return Long.parseLong(database.value(CHART, Runs.finished()));
    }

    private static void strategy(String name, String description) {
        var strategy = new HashMap<>(Runs.strategy(name));
        strategy.putAll(Map.of("description", description, "symbols", List.of("ALPHA")));
        given().contentType(ContentType.JSON)
                .body(strategy)
                .post("/api/strategies")
                .then()
                .statusCode(201);
    }

    private static ValidatableResponse preview(String name, int version, Map<String, ?> body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post("/api/prompts/" + name + "/versions/" + version + "/preview")
                .then();
    }
}
