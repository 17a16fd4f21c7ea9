package io.candletrace.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import io.candletrace.evaluation.Resolving;
import io.candletrace.testing.Database;
import io.candletrace.testing.PostgresResource;
import io.candletrace.testing.Runs;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.xml.XmlPath;
import io.restassured.path.xml.XmlPath.CompatibilityMode;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page of scorecards over what a backfill left: of ten weeks, the first two are told to have been decided in advance. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class ScorecardPageTest {
    private static final Duration PATIENCE = Duration.ofSeconds(180);
    private static final String STRATEGY = "scored-page";
    private static final List<String> SYMBOLS = List.of("SCOREA", "SCOREB", "SCOREC", "SCORED", "SCOREE");
    private static final int WEEKS = 10;
    private static final String ASKED = "?strategy=" + STRATEGY + "&include=synthetic&group_by=strategy";
    private static final String OURS = "kind = 'signal' and strategy_id = (select id from strategies where name = ?)";
    private static boolean ready;

    @Inject
    Database database;

    @Inject
    Resolving resolving;

    @BeforeEach
    void backfill() {
        if (ready) {
            return;
        }
        post(
                "/api/strategies",
                Map.of(
                        "name", STRATEGY,
                        "symbols", SYMBOLS,
                        "timeframes", List.of("1d"),
                        "models", List.of("rules-v1"),
                        "feeds", List.of("synthetic"),
                        "horizon_bars", 5,
                        "indicators", Map.of("RSI", Map.of("period", 14), "SMA", Map.of("periods", List.of(20, 50)))));
        var from = LocalDate.of(2024, 3, 1);
        var backfill = post(
                "/api/backfills",
                Map.of(
                        "strategy",
                        STRATEGY,
                        "from",
                        from + "T00:00:00Z",
                        "to",
                        from.plusWeeks(WEEKS) + "T00:00:00Z",
                        "step",
                        "P7D"));
        await().atMost(PATIENCE)
                .until(() -> Runs.json("/api/backfills/" + backfill).getString("status"), "completed"::equals);
        resolving.now();
        database.change(
                "update outcome_subjects set forward = as_of < cast(? as timestamptz) where " + OURS,
                from.plusWeeks(2).toString(),
                STRATEGY);
        ready = true;
    }

    @Test
    void shows_whatTheApiAnswers() {
        var card = Runs.json("/api/scorecards" + ASKED);
        var curves = Runs.json("/api/scorecards/curves" + ASKED);

        var rows = html(get("/scorecards" + ASKED, 200));

        var backfilled = "scorecards[0].backfilled.";
        assertThat(card.getInt(backfilled + "n")).isGreaterThanOrEqualTo(30);
        assertThat(cells(rows, "backfilled"))
                .containsExactly(
                        card.getString(backfilled + "n"),
                        percent(card.getDouble(backfilled + "hit_rate")) + " %"
                                + percent(card.getDouble(backfilled + "clustered.low")) + " to "
                                + percent(card.getDouble(backfilled + "clustered.high")),
                        percent(card.getDouble(backfilled + "base_rate")) + " %",
                        signed(card.getDouble(backfilled + "lift"), 1) + " pp"
                                + signed(card.getDouble(backfilled + "lift_interval.low"), 1) + " to "
                                + signed(card.getDouble(backfilled + "lift_interval.high"), 1),
                        "%.3f".formatted(curves.getDouble("groups[0].backfilled.q")),
                        signed(curves.getDouble("groups[0].backfilled.returns[2].mean"), 2) + " %"
                                + signed(curves.getDouble("groups[0].backfilled.returns[2].interval.low"), 2) + " to "
                                + signed(curves.getDouble("groups[0].backfilled.returns[2].interval.high"), 2));
        assertThat(cells(rows, "forward"))
                .containsExactly(
                        card.getString("scorecards[0].forward.n"),
                        "insufficient data: fewer than 30",
                        percent(card.getDouble("scorecards[0].coverage")) + " %",
                        "$0");
    }

    @Test
    void saysInWords_whatThePicturesShow() {
        var half = "groups[0].backfilled.";
        var curves = Runs.json("/api/scorecards/curves" + ASKED);

        var page = get("/scorecards" + ASKED, 200).asString();

        assertThat(page)
                .contains(STRATEGY + ", backfilled: 1.00 became "
                        + "%.2f".formatted(curves.getDouble(half + "equity[-1].equity")) + " from "
                        + curves.getString(half + "equity[0].day"))
                .contains("in " + curves.getInt(half + "following.positions") + " positions")
                .contains(signed(curves.getDouble(half + "returns[4].mean"), 2) + " % (")
                .contains("Nothing here states a probability for 5 bars")
                .doesNotContain(STRATEGY + ", forward:");
    }

    @Test
    void answersCurves_thatBeginWithTheCapital() {
        var half = "groups[0].backfilled.";

        var curves = Runs.json("/api/scorecards/curves" + ASKED);

        assertThat(curves.getString("groups[0].group.strategy")).isEqualTo(STRATEGY);
        assertThat(curves.getInt("window")).isEqualTo(50);
        assertThat(curves.getDouble(half + "equity[0].equity")).isEqualTo(1);
        assertThat(curves.getDouble(half + "equity.drawdown.min()"))
                .isEqualTo(curves.getDouble(half + "following.maximum_drawdown"));
        assertThat(curves.getList(half + "returns.horizon")).containsExactly(1, 3, 5, 10, 20);
        assertThat(curves.getList(half + "reliability")).isEmpty();
        given().get("/api/scorecards/curves?horizon=0").then().statusCode(400).contentType("application/problem+json");
    }

    @Test
    void keepsWhatWasAsked_inItsForm() {
        var form = html(get(
                "/scorecards?subject=analyses&horizon=20&group_by=&group_by=symbol&group_by=month&from=2024-03-01"
                        + "&to=2024-05-01T12:00:00Z&symbol=SCOREA&timeframe=1d&strategy=&include=synthetic",
                200));

        assertThat(form.getList("**.findAll { it.@selected == 'selected' }.@value", String.class))
                .containsExactly("analyses", "20", "1d");
        assertThat(form.getList("**.findAll { it.@checked == 'checked' }.@value", String.class))
                .containsExactly("symbol", "month", "synthetic");
        assertThat(form.getString("**.find { it.@name == 'from' }.@value")).isEqualTo("2024-03-01");
        assertThat(form.getString("**.find { it.@name == 'from' }.@type")).isEqualTo("date");
        assertThat(form.getString("**.find { it.@name == 'to' }.@type")).isEqualTo("text");
        assertThat(form.getString("**.find { it.name() == 'tbody' }.tr[0].th[0]"))
                .startsWith("SCOREA / 2024-0");
    }

    @Test
    void isByModel_whereNothingIsSaid() {
        assertThat(get("/scorecards?include=synthetic&strategy=" + STRATEGY, 200)
                        .asString())
                .contains(
                        "<th scope=\"col\">model config</th>", ">rules-v1</th>", "Scorecards of signals after 5 bars");
    }

    @Test
    void says_thatWhatWasMadeUpDoesNotCount() {
        assertThat(get("/scorecards?strategy=" + STRATEGY, 200).asString())
                .contains("Nothing was answered", "/scorecards?include=synthetic");
    }

    @ParameterizedTest
    @CsvSource({
        "horizon=0, 400, 'horizon: expected 1 to 1000 bars, found &#39;0&#39;'",
        "group_by=moon, 400, 'group_by: expected'",
        "from=yesterday, 400, 'from: expected a time'",
        "from=2024-02-30, 400, 'from: expected a date'",
        "symbol=a%20b, 400, 'symbol: expected a symbol'",
        "horizon=7, 422, 'horizon: expected one of [1, 3, 5, 10, 20], found 7'"
    })
    void says_whatIsWrong_andKeepsTheForm(String query, int status, String said) {
        assertThat(get("/scorecards?strategy=kept&" + query, status).asString())
                .contains(said, "role=\"alert\"", "value=\"kept\"")
                .doesNotContain("id=\"data\"");
    }

    @Test
    void escapes_whatComesFromOutside() {
        var hostile = "%22%3E%3Cscript%3Ealert(1)%3C/script%3E";

        for (var parameter : List.of("strategy", "model_config", "horizon", "from", "group_by", "include")) {
            assertThat(given().urlEncodingEnabled(false)
                            .get("/scorecards?" + parameter + "=" + hostile)
                            .asString())
                    .contains("&lt;script&gt;alert(1)")
                    .doesNotContain("<script>alert");
        }
    }

    @Test
    void escapes_whatAModelCallsItself() {
        database.change(
                "update outcome_subjects set response_model = '</script><script>alert(1)</script>' where " + OURS,
                STRATEGY);

        var page = get("/scorecards?include=synthetic&group_by=response_model&strategy=" + STRATEGY, 200)
                .asString();

        assertThat(page).contains("&lt;/script&gt;", "\\u003c/script>").doesNotContain("<script>alert");
    }

    @Test
    void allows_itsOwnScriptsOnly() {
        var page = get("/scorecards" + ASKED, 200);

        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self'", "form-action 'self'")
                .doesNotContain("unsafe");
        var scripts = html(page).getList("**.findAll { it.name() == 'script' && it.@src != '' }.@src", String.class);
        assertThat(scripts).hasSize(2);
        scripts.forEach(script -> given().get(script).then().statusCode(200).contentType(containsString("javascript")));
    }

    @Test
    void shows_whatBecameOfASignal() {
        var id = Long.parseLong(database.value(
                "select min(signal_id) from outcome_subjects where direction <> 0 and " + OURS, STRATEGY));
        var outcome = Runs.json("/api/signals/" + id);

        var page = get("/signals/" + id, 200).asString();

        assertThat(page)
                .contains("What became of it", "/scorecards?group_by=symbol&amp;strategy=" + STRATEGY)
                .contains(signed(outcome.getDouble("outcome.returns[4].forward_return"), 2) + " %")
                .contains(outcome.getString("outcome.entry_at").substring(0, 10))
                .contains(outcome.getBoolean("outcome.returns[4].direction_hit") ? ">hit</td>" : ">miss</td>")
                .contains(signed(outcome.getDouble("outcome.trade.net_return"), 2) + " % after costs of 0.1 %");
    }

    @Test
    void says_thatASignalIsNotOverYet() {
        Runs.finished();
        var id = Runs.json("/api/signals?strategy=" + Runs.STRATEGY).getLong("items[0].id");

        assertThat(get("/signals/" + id, 200).asString())
                .contains("What became of it", "<td class=\"unverified\">pending</td>");
    }

    @Test
    void isLinked_fromTheFirstPage() {
        assertThat(get("/", 200).asString()).contains("<a href=\"/scorecards\">");
    }

    private static List<String> cells(XmlPath page, String half) {
        return page.getList(
                "**.find { it.name() == 'tr' && it.@class == '" + half + "' }.td.collect { it.text().trim() }",
                String.class);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f", share * 100);
    }

    private static String signed(double share, int decimals) {
        return String.format(Locale.ROOT, "%+." + decimals + "f", share * 100);
    }

    private static Response get(String path, int status) {
        return given().accept("text/html")
                .urlEncodingEnabled(false)
                .get(path)
                .then()
                .statusCode(status)
                .contentType("text/html;charset=UTF-8")
                .extract()
                .response();
    }

    private static XmlPath html(Response response) {
        return new XmlPath(CompatibilityMode.HTML, response.asString());
    }

    private static long post(String path, Map<String, ?> body) {
        var answer = given().contentType(ContentType.JSON).body(body).post(path);
        assertThat(answer.statusCode()).isIn(201, 202);
        return answer.jsonPath().getLong("id");
    }
}
