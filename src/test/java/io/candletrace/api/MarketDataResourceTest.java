package io.candletrace.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.candletrace.testing.PostgresResource;
import io.candletrace.testing.Runs;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bars, feeds, instruments, splits and dividends over HTTP. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class MarketDataResourceTest {

    @Test
    void answersTheBarsOfATime_oldestFirst() {
        var history = Runs.json("/api/market-data/ACME?from=2025-10-20T00:00:00Z&to=2025-10-24T23:00:00Z");

        assertThat(history.getString("source")).isEqualTo("synthetic");
        assertThat(history.getString("adjustment")).isEqualTo("raw");
        assertThat(history.getList("items.session_date"))
                .containsExactly("2025-10-20", "2025-10-21", "2025-10-22", "2025-10-23", "2025-10-24");
        assertThat(history.getString("items[0].opens_at")).isEqualTo("2025-10-20T13:30:00Z");
        assertThat(history.getList("findings")).isEmpty();
    }

    @Test
    void answersTheNewestWeeks_whenNobodySaysSinceWhen() {
        var history = Runs.json("/api/market-data/ACME?timeframe=1w&to=2025-10-29T12:00:00Z");

        assertThat(history.getList("items")).hasSize(200);
        assertThat(history.getString("items[199].closes_at")).isEqualTo("2025-10-24T20:00:00Z");
    }

    @Test
    void answersNothing_forATimeWithoutTrading() {
        var history = Runs.json("/api/market-data/ACME?from=2025-10-25T00:00:00Z&to=2025-10-26T23:00:00Z");

        assertThat(history.getList("items")).isEmpty();
    }

    @Test
    void exportsCsv() {
        var lines = given().accept("text/csv")
                .get("/api/market-data/ACME?from=2025-10-23T00:00:00Z&to=2025-10-24T23:00:00Z")
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .toList();

        assertThat(lines).hasSize(3);
        assertThat(lines.getFirst()).isEqualTo("session_date,opens_at,closes_at,open,high,low,close,volume");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/market-data/acme, 404, not-found",
        "/api/market-data/ACME?timeframe=2d, 400, invalid-request",
        "/api/market-data/ACME?from=yesterday, 400, invalid-request",
        "/api/market-data/ACME?from=1900-01-01T00:00:00Z, 422, impossible-request",
        "/api/market-data/ACME?source=yahoo, 422, impossible-request",
        "/api/market-data/ACME?timeframe=5m, 422, impossible-request",
        "/api/market-data/NOSUCH?source=import, 422, unknown-symbol"
    })
    void saysWhatIsWrong(String path, int status, String type) {
        given().get(path).then().statusCode(status).body("type", equalTo("/problems/" + type));
    }

    @Test
    void refreshesOnlyWhatIsKept() {
        given().post("/api/market-data/ACME/refresh")
                .then()
                .statusCode(422)
                .body("detail", containsString("expected a live source, found 'synthetic'"));
    }

    @Test
    void listsFeedsThatCanBeNamed() {
        var feeds = Runs.json("/api/feeds");

        assertThat(feeds.getList("items.name"))
                .contains("synthetic", "ibkr", "binance", "import")
                .doesNotContain("csv");
        assertThat(feeds.getList("items.findAll { it.standard }.name")).containsExactly("synthetic");
        assertThat(feeds.getString("items.find { it.name == 'ibkr' }.adjustment"))
                .isEqualTo("split");
        assertThat(feeds.getBoolean("items.find { it.name == 'ibkr' }.redistributable"))
                .isFalse();
    }

    @Test
    void recordsSplitsAndDividends_asJson() {
        record("""
                {"items": [{"symbol": "JSON", "kind": "split", "ex_date": "2020-08-31", "ratio": 4, "source": "me"},
                           {"symbol": "JSON", "kind": "dividend", "ex_date": "2020-08-07", "amount": 0.82}]}""", "application/json", 200);

        var known = Runs.json("/api/corporate-actions?symbol=JSON");
        assertThat(known.getList("items.ex_date")).containsExactly("2020-08-07", "2020-08-31");
        assertThat(known.getList("items.amount")).containsExactly(0.82f, null);
        assertThat(known.getList("items.ratio")).containsExactly(null, 4);
        assertThat(known.getList("items.source")).containsExactly("api", "me");
    }

    @Test
    void letsTheNewestRowOfADateHold_asCsv() {
        record("symbol,ex_date,kind,ratio,source\nTABLE,2020-08-31,split,5,wrong\n", "text/csv", 200);
        record("ratio,kind,ex_date,symbol\n1,split,2020-08-31,TABLE\n", "text/csv", 200);

        assertThat(Runs.json("/api/corporate-actions?symbol=TABLE").getList("items.ratio"))
                .containsExactly(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "symbol,ex_date,kind,ratio\\nA,2020-08-31,split,-4|line 2: ratio",
                "symbol,ex_date,kind,ratio\\nA,2020-08-31,split,0|line 2: ratio",
                "symbol,ex_date,kind,ratio\\nA,2020-08-31,merger,4|line 2: kind",
                "symbol,ex_date,kind,ratio\\nA,31.8.2020,split,4|line 2: ex_date",
                "symbol,ex_date,kind,ratio\\nA,2020-08-31,split,4\\n=cmd(),2020-08-31,split,4|line 3: symbol",
                "symbol,ex_date,kind,amount\\nA,2020-08-31,split,4|line 2: ratio",
                "symbol,ex_date,kind,ratio|at least one"
            })
    void recordsNothing_whenALineIsWrong(String table, String detail) {
        given().contentType("text/csv")
                .body(table.replace("\\n", "\n"))
                .post("/api/corporate-actions")
                .then()
                .statusCode(400)
                .body("detail", containsString(detail));
        assertThat(Runs.json("/api/corporate-actions?symbol=A").getList("items"))
                .isEmpty();
    }

    @Test
    void givesATickerToItsNewOwner() {
        Runs.json("/api/market-data/OWNED?from=2025-10-20T00:00:00Z");
        var id = Runs.json("/api/instruments?symbol=OWNED").getLong("items[0].id");

        var row = given().contentType(ContentType.JSON)
                .body("{\"from\": \"2025-10-22\"}")
                .post("/api/instruments/" + id + "/succession")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(row.getString("valid_from")).isEqualTo("2025-10-22");
        assertThat(Runs.json("/api/instruments?symbol=OWNED").getList("items.valid_to"))
                .containsExactly("2025-10-21", null);
        given().contentType(ContentType.JSON)
                .body("{\"from\": \"2025-10-01\"}")
                .post("/api/instruments/" + id + "/succession")
                .then()
                .statusCode(409);
    }

    @Test
    void countsWhatIsKept() {
        assertThat(Runs.json("/api/market-data/statistics").getList("items.source"))
                .doesNotContain("synthetic");
        assertThat(Runs.json("/api/market-data/revisions?limit=1").getMap("$")).containsKey("items");
    }

    private static void record(String body, String type, int status) {
        given().contentType(type)
                .body(body)
                .post("/api/corporate-actions")
                .then()
                .statusCode(status);
    }
}
