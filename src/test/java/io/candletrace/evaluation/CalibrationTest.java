package io.candletrace.evaluation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.candletrace.testing.Await;
import io.candletrace.testing.Database;
import io.candletrace.testing.PostgresResource;
import io.candletrace.testing.Runs;
import io.candletrace.testing.TwoModelsResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a model's confidences were worth, over HTTP: nothing is known until enough of them were resolved. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(TwoModelsResource.class)
class CalibrationTest {
    private static final String CALIBRATION = "calibration";
    private static final String CALIBRATED = "calibrated";
    private static final String INSUFFICIENT = "insufficient_data";
    private static final String NO_PROBABILITY = "not_a_probability";
    private static final Map<String, Object> NOTHING_KNOWN = unknown(INSUFFICIENT);

    @Inject
    Database database;

    @Inject
    CalibrationTick tick;

    @Test
    void tellsOfLaterDecisions_whatEarlierOnesWereWorth() throws SQLException {
        // Given
        var strategy = AskedModel.strategy("calibrated-later", Map.of());
        var before = AskedModel.analysis(strategy);
        assertThat(before.getMap(CALIBRATION)).isEqualTo(NOTHING_KNOWN);
        assertThat(AskedModel.signal(before).getMap(CALIBRATION)).isEqualTo(NOTHING_KNOWN);
        copies(before).add(1, 240);

        // When
        fit();
        var after = AskedModel.analysis(strategy);

        // Then
        var map = only(strategy);
        assertThat(after.getFloat("confidence_score")).isEqualTo(0.62f);
        assertThat(after.getMap(CALIBRATION)).isEqualTo(known(0.4f, map.getInt("id"), 1));
        assertThat(AskedModel.signal(after).getFloat("confidence")).isEqualTo(0.62f);
        assertThat(AskedModel.signal(after).getMap(CALIBRATION)).isEqualTo(known(0.4f, map.getInt("id"), 1));
        assertThat(AskedModel.read(before).getMap(CALIBRATION)).isEqualTo(NOTHING_KNOWN);
        assertThat(AskedModel.signal(before).getMap(CALIBRATION)).isEqualTo(NOTHING_KNOWN);
    }

    @Test
    void tellsOfAMap_whatItRestsOn() throws SQLException {
        var strategy = AskedModel.strategy("calibrated-told", Map.of());
        copies(AskedModel.analysis(strategy)).add(1, 240);

        fit();

        var map = only(strategy);
        assertThat(map.getString("model_config")).isEqualTo("calm");
        assertThat(map.getString("prompt_version")).isEqualTo("calibrated-told@1");
        assertThat(map.getString("first_as_of")).isEqualTo("2025-04-02T03:00:00Z");
        assertThat(map.getString("last_as_of")).isEqualTo("2025-05-31T21:00:00Z");
        assertThat(map.getString("resolved_by")).isEqualTo("2025-06-05T21:00:00Z");
        assertThat(map.getInt("days")).isEqualTo(60);
        assertThat(map.getMap("in_sample"))
                .isEqualTo(Map.of("n", 240, "brier_stated", 0.3092f, "brier_calibrated", 0.24f));
        assertThat((Object) map.get("out_of_sample")).isNull();
        assertThat(map.getList("knots"))
                .containsExactly(
                        Map.of("stated", 0.62f, "calibrated", 0.4f, "n", 120, "hits", 48),
                        Map.of("stated", 0.9f, "calibrated", 0.6f, "n", 120, "hits", 72));
    }

    @Test
    void letsNoFutureIntoABackfilledDecision() throws SQLException {
        var strategy = AskedModel.strategy("calibrated-backfill", Map.of());
        copies(AskedModel.analysis(strategy)).add(1, 240);
        fit();

        assertThat(AskedModel.analysis(strategy, "2025-06-04T21:00:00Z").getMap(CALIBRATION))
                .isEqualTo(NOTHING_KNOWN);
        assertThat(AskedModel.analysis(strategy, "2025-06-06T21:00:00Z").getString("calibration.status"))
                .isEqualTo(CALIBRATED);
    }

    @Test
    void makesANewVersion_whenEnoughMoreIsKnown() throws SQLException {
        var strategy = AskedModel.strategy("calibrated-grown", Map.of());
        var copies = copies(AskedModel.analysis(strategy));
        copies.add(1, 240);
        fit();
        var early = AskedModel.analysis(strategy);

        copies.add(241, 263);
        fit();
        assertThat(maps(strategy)).containsExactly(1);
        copies.add(264, 280);
        fit();

        assertThat(maps(strategy)).containsExactly(2, 1);
        // What was decided before there was a map carries none, whenever its row is written.
        assertThat(database.value("select count(confidence_calibrated) from llm_analyses where source = 'csv'"))
                .isEqualTo("0");
        var newest = Runs.json(AskedModel.list(strategy)).getMap("items[0]");
        assertThat(newest.get("out_of_sample"))
                .isEqualTo(Map.of("n", 40, "brier_stated", 0.3092f, "brier_calibrated", 0.24f));
        assertThat(AskedModel.analysis(strategy).getInt("calibration.map_version"))
                .isEqualTo(2);
        assertThat(AskedModel.analysis(strategy, "2025-06-06T21:00:00Z").getInt("calibration.map_version"))
                .isEqualTo(1);
        assertThat(AskedModel.read(early).getInt("calibration.map_version")).isEqualTo(1);
        assertThat(Runs.json(AskedModel.list(strategy) + "&limit=1").getString("next_cursor"))
                .isNotNull();
    }

    @Test
    void saysNothing_ofTooFew_ofTooFewDays_andOfWhatDoesNotCount() throws SQLException {
        var strategy = AskedModel.strategy("calibrated-little", Map.of());
        var copies = copies(AskedModel.analysis(strategy));
        copies.add(1, 199);
        fit();
        assertThat(maps(strategy)).isEmpty();

        copies.add(200, 240);
        var of =
                " where source = 'csv' and prompt_template_id = (select id from prompt_templates where name = 'calibrated-little')";
        for (var change : List.of(
                "source = 'synthetic'",
                "scored = true",
                "replay = true",
                "counted = false",
                "horizon_bars = horizon_bars + 1",
                "direction = 0",
                "confidence = null",
                "as_of = cast('2025-05-01T00:00:00Z' as timestamptz) + id % 1000 * interval '1 minute'")) {
            database.change("create table calibration_kept as select * from outcome_subjects" + of);
            database.change("update outcome_subjects set " + change + of);
            fit();
            assertThat(maps(strategy)).as(change).isEmpty();
            restore();
        }

        fit();
        assertThat(maps(strategy)).containsExactly(1);
    }

    @Test
    void calibratesNoScore_andNoShareOfVotes() throws SQLException {
        var strategy = AskedModel.strategy(
                "calibrated-voted",
                Map.of(
                        "models",
                        List.of("calm", "rules-v1"),
                        "signal_policy",
                        Map.of(
                                "vote",
                                Map.of("of", List.of(Map.of("model", "calm", "timeframe", "1d")), "quorum", 1))));
        copies(AskedModel.analysis(strategy)).add(1, 240);
        fit();

        var voted = AskedModel.analysis(strategy);

        assertThat(voted.getString("calibration.status")).isEqualTo(CALIBRATED);
        assertThat(AskedModel.signal(voted).getMap(CALIBRATION)).isEqualTo(unknown(NO_PROBABILITY));
        assertThat(Runs.json("/api/llm-analyses?model_name=rules-v1&execution_id=" + voted.getLong("execution_id"))
                        .getMap("items[0].calibration"))
                .isEqualTo(unknown(NO_PROBABILITY));
    }

    @Test
    void isEvidence_thatIsVerified() throws SQLException {
        var strategy = AskedModel.strategy("calibrated-verified", Map.of());
        var before = AskedModel.analysis(strategy);
        copies(before).add(1, 240);
        fit();
        var after = AskedModel.analysis(strategy).getLong("id");

        assertThat(AskedModel.verified(before.getLong("id"))).isEqualTo("identical");
        assertThat(AskedModel.verified(after)).isEqualTo("identical");
        database.change("update llm_analyses set confidence_calibrated = 0.95 where id = ?", after);
        assertThat(AskedModel.verified(after)).isEqualTo("tampered");
        database.change("update llm_analyses set confidence_calibrated = 0.4 where id = ?", after);
        assertThat(AskedModel.verified(after)).isEqualTo("identical");
    }

    @ParameterizedTest
    @ValueSource(strings = {"prompt_version=daily", "prompt_version=daily@0", "model_config=%00", "limit=0", "from=x"})
    void refuses_malformedParameters(String parameter) {
        given().urlEncodingEnabled(false)
                .get("/api/calibration-maps?" + parameter)
                .then()
                .statusCode(400)
                .body("detail", containsString(parameter.substring(0, parameter.indexOf('='))));
    }

    @Test
    void knowsNoMap_thatIsNotThere() {
        given().get("/api/calibration-maps/999999999").then().statusCode(404);
        given().get("/api/calibration-maps/x").then().statusCode(404);
        assertThat(Runs.json("/api/calibration-maps?prompt_version=nobody@1").getList("items"))
                .isEmpty();
    }

    /** As two replicas do, and once more. */
    private void fit() {
        Await.item(() -> Uni.join().all(tick.fitAll(), tick.fitAll()).andFailFast());
        assertThat(Await.item(tick::fitAll)).isZero();
    }

    private void restore() {
        database.change(
                "update outcome_subjects s set source = k.source, scored = k.scored, replay = k.replay, counted = k.counted, direction = k.direction, confidence = k.confidence,"
                        + " horizon_bars = k.horizon_bars, as_of = k.as_of from calibration_kept k where k.id = s.id");
        database.change("drop table calibration_kept");
    }

    private ResolvedCopies copies(JsonPath analysis) {
        return new ResolvedCopies(database, analysis.getLong("id"));
    }

    private static List<Integer> maps(String strategy) {
        return Runs.json(AskedModel.list(strategy)).getList("items.version");
    }

    private static JsonPath only(String strategy) {
        var ids = Runs.json(AskedModel.list(strategy)).getList("items.id");
        assertThat(ids).hasSize(1);
        return Runs.json("/api/calibration-maps/" + ids.getFirst());
    }

    private static Map<String, Object> known(float confidence, int map, int version) {
        return Map.of("status", CALIBRATED, "confidence", confidence, "map_id", map, "map_version", version);
    }

    private static Map<String, Object> unknown(String status) {
        var calibration = new HashMap<String, Object>();
        calibration.put("status", status);
        calibration.put("confidence", null);
        calibration.put("map_id", null);
        calibration.put("map_version", null);
        return calibration;
    }
}
