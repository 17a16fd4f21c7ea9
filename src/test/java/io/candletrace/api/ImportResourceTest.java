package io.candletrace.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.candletrace.testing.Database;
import io.candletrace.testing.PostgresResource;
import io.candletrace.testing.Runs;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of bars over HTTP. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class ImportResourceTest {
    private static final String THREE_DAYS = """
            Date,Open,High,Low,Close,Adj Close,Volume
            2021-03-29,10,12,9,11,5.5,100
            2021-03-30,11,13,10.5,12.50,6.25,200
            2021-03-31,12,12.25,11,11.75,5.9,300
            """;

    @Inject
    Database database;

    @Test
    void keepsTheBarsOfAFile_once() {
        // When
        var first = sent("THREE", THREE_DAYS);
        var second = sent("THREE", THREE_DAYS);

        // Then
        assertThat(first.getMap("$"))
                .containsEntry("rows", 3)
                .containsEntry("accepted", 3)
                .containsEntry("added", 3)
                .containsEntry("rejected", 0);
        assertThat(second.getMap("$")).containsEntry("added", 0).containsEntry("unchanged", 3);
        assertThat(Runs.json("/api/market-data/THREE?source=import&to=2021-04-01T00:00:00Z")
                        .getList("items.close"))
                .containsExactly(11, 12.5f, 11.75f);
    }

    @Test
    void keepsWhatStoodThere_whenABarComesBackChanged() {
        // Given
        sent("CHANGED", THREE_DAYS);

        // When
        var again = sent("CHANGED", THREE_DAYS.replace("11.75", "11.80"));

        // Then
        assertThat(again.getInt("revised")).isEqualTo(1);
        var revision = Runs.json("/api/market-data/revisions?symbol=CHANGED");
        assertThat(revision.getFloat("items[0].before.close")).isEqualTo(11.75f);
        assertThat(revision.getFloat("items[0].after.close")).isEqualTo(11.8f);
    }

    @Test
    void missesNothing_whenAFileHasOnlyPartOfWhatIsKnown() {
        // Given
        sent("PART", THREE_DAYS);

        // When
        sent(
                "PART",
                THREE_DAYS
                        .lines()
                        .filter(line -> !line.startsWith("2021-03-30"))
                        .collect(Collectors.joining("\n")));

        // Then
        assertThat(Runs.json("/api/market-data/revisions?symbol=PART").getList("items"))
                .isEmpty();
    }

    @Test
    void saysOfEveryLineThatIsNoBar_why() {
        // When
        var report = sent("LINES", """
                date,open,high,low,close,volume
                2021-03-29,10,12,9,11,100
                2021-03-29,10,12,9,11,100
                2021-03-28,10,12,9,11,100
                2021-03-30,=HYPERLINK("x"),12,9,11,100
                2021-03-31,10,9,12,11,100
                2021-03-26,<script>,12,9,11,100
                2021-03-25,0,12,9,11,100
                2021-03-24,10,12
                2999-03-25,1,12,9,11,100
                """);

        // Then
        assertThat(report.getInt("accepted")).isEqualTo(1);
        assertThat(report.getInt("rejected")).isEqualTo(8);
        assertThat(report.getList("rejections.line")).containsExactly(3, 4, 5, 6, 7, 8, 9, 10);
        assertThat(report.getList("rejections.code"))
                .containsExactly(
                        "DUPLICATE",
                        "NOT_A_SESSION",
                        "NOT_A_NUMBER",
                        "HIGH_BELOW_LOW",
                        "NOT_A_NUMBER",
                        "ZERO_PRICE",
                        "FIELD_COUNT",
                        "FUTURE");
    }

    @Test
    void takesHalfHours_inGzip() throws IOException {
        // Given
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write("""
                    timestamp,open,high,low,close,volume
                    2021-03-31T09:30:00-04:00,10,12,9,11,100
                    1617198300,11,12,9,11,100
                    1617199200000,11,12,9,11.5,100
                    """.getBytes(StandardCharsets.UTF_8));
        }

        // When
        var report = given().contentType("application/gzip")
                .body(bytes.toByteArray())
                .post("/api/market-data/import?symbol=HALF&timeframe=15m")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        // Then
        assertThat(report.getInt("added")).isEqualTo(3);
        assertThat(database.column("select opens_at at time zone 'UTC' from market_bars bar join instruments i"
                        + " on i.id = bar.instrument_id where i.symbol = 'HALF' order by 1"))
                .containsExactly("2021-03-31 13:30:00", "2021-03-31 13:45:00", "2021-03-31 14:00:00");
    }

    @ParameterizedTest
    @CsvSource({
        "symbol=BAD&timeframe=1w, 422, impossible-request",
        "symbol=bad, 400, invalid-request",
        "timeframe=1d, 400, invalid-request",
        "symbol=BAD&timeframe=2d, 400, invalid-request"
    })
    void refuses(String query, int status, String type) {
        given().contentType("text/csv")
                .body(THREE_DAYS)
                .post("/api/market-data/import?" + query)
                .then()
                .statusCode(status)
                .body("type", equalTo("/problems/" + type));
    }

    @ParameterizedTest
    @CsvSource({
        "'', the file is empty",
        "'date,close\n2021-03-31,1\n', 'missing Open, High, Low'",
        "'<!DOCTYPE html><html></html>', line 1"
    })
    void refusesWhatIsNoFileOfBars(String body, String detail) {
        given().contentType("text/csv")
                .body(body)
                .post("/api/market-data/import?symbol=NONE")
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/bars-invalid"))
                .body("detail", containsString(detail));
    }

    @Test
    void takesLargerBodiesThanAnyOtherPath() {
        // Given
        var large = new byte[2 * 1024 * 1024];
        Arrays.fill(large, (byte) '\n');
        System.arraycopy(THREE_DAYS.getBytes(StandardCharsets.UTF_8), 0, large, 0, THREE_DAYS.length());

        // Then
        assertThat(sent("LARGE", new String(large, StandardCharsets.UTF_8)).getInt("accepted"))
                .isEqualTo(3);
        given().contentType("text/csv")
                .body(large)
                .post("/api/corporate-actions")
                .then()
                .statusCode(413);
    }

    @Test
    void feedsAStrategy() {
        // Given
        sent("FED", THREE_DAYS);
        var strategy = new HashMap<String, Object>(Runs.strategy("fed"));
        strategy.putAll(Map.of("symbols", List.of("FED"), "feeds", List.of("import"), "timeframes", List.of("1d")));
        given().contentType("application/json")
                .body(strategy)
                .post("/api/strategies")
                .then()
                .statusCode(201);

        // When
        var execution = Runs.json("/api/executions/" + Runs.run("fed"));

        // Then
        assertThat(execution.getString("result.as_of_source")).isEqualTo("latest_close");
        assertThat(execution.getString("as_of")).isEqualTo("2021-03-31T20:00:00Z");
        assertThat(Runs.json("/api/charts?symbol=FED").getInt("items[0].data_points"))
                .isEqualTo(3);
    }

    private static JsonPath sent(String symbol, String file) {
        return given().contentType("text/csv")
                .body(file)
                .post("/api/market-data/import?symbol=" + symbol)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
