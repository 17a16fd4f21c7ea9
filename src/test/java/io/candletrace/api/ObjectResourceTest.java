package io.candletrace.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.candletrace.lineage.Sha256;
import io.candletrace.storage.StorageConfig;
import io.candletrace.testing.PostgresResource;
import io.candletrace.testing.Runs;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(PostgresResource.class)
class ObjectResourceTest {

    @Inject
    StorageConfig storage;

    private JsonPath chart = new JsonPath("{}");

    @BeforeEach
    void run() {
        chart = Runs.json("/api/charts?limit=1&execution_id=" + Runs.finished()).setRootPath("items[0]");
    }

    @Test
    void serves_theBytesOfTheRow() {
        var picture = given().get(picture())
                .then()
                .statusCode(200)
                .contentType("image/jpeg")
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", containsString("immutable"))
                .header("ETag", '"' + chart.getString("jpeg_sha256") + '"')
                .extract()
                .asByteArray();

        assertThat(Sha256.of(picture).hex()).isEqualTo(chart.getString("jpeg_sha256"));
    }

    @Test
    void sendsNothing_whenTheClientHasIt() {
        var body = given().header("If-None-Match", '"' + chart.getString("jpeg_sha256") + '"')
                .get(picture())
                .then()
                .statusCode(304)
                .extract()
                .asByteArray();

        assertThat(body).isEmpty();
    }

    @Test
    void keepsNoPicture_underAnId() {
        given().get("/api/charts/" + chart.getLong("id") + "/image")
                .then()
                .statusCode(200)
                .contentType("image/jpeg")
                .header("Cache-Control", "no-cache")
                .header("ETag", '"' + chart.getString("jpeg_sha256") + '"');
    }

    @Test
    void answersHead_likeGet() {
        given().head(picture())
                .then()
                .statusCode(200)
                .contentType("image/jpeg")
                .header("ETag", '"' + chart.getString("jpeg_sha256") + '"');
    }

    @Test
    void sandboxes_storedPages() {
        given().get("/api/objects/" + chart.getString("html_object_key"))
                .then()
                .statusCode(200)
                .contentType("text/html;charset=UTF-8")
                .header("Content-Security-Policy", containsString("sandbox"));
    }

    @Test
    void serves_theExactBars() {
        var lineage = Runs.json("/api/signals/"
                + Runs.json("/api/signals?chart_id=" + chart.getLong("id")).getLong("items[0].id") + "/lineage");

        var bytes = given().get(lineage.getString("charts[0].snapshot_url")).asByteArray();

        assertThat(Sha256.of(bytes).hex()).isEqualTo(lineage.getString("charts[0].snapshot_sha256"));
    }

    @Test
    void assembles_theInteractivePage() {
        var page = given().get("/api/charts/" + chart.getLong("id") + "/html")
                .then()
                .statusCode(200)
                .contentType("text/html;charset=UTF-8")
                .header("Cache-Control", "no-cache")
                .extract();

        assertThat(page.asString()).contains("echarts").contains("/signals/");
        given().header("If-None-Match", page.header("ETag"))
                .get("/api/charts/" + chart.getLong("id") + "/html")
                .then()
                .statusCode(304);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/objects/charts/none.jpg",
                "/api/objects/../application.properties",
                "/api/objects/%2e%2e/%2e%2e/etc/passwd",
                "/api/objects/charts%00.jpg",
                "/api/objects/a//b"
            })
    void hasNothing_underOtherKeys(String path) {
        given().urlEncodingEnabled(false).get(path).then().statusCode(404).body("type", equalTo("/problems/not-found"));
    }

    private String picture() {
        return "/api/objects/" + chart.getString("minio_object_key");
    }

    @Test
    void refuses_whatNoLongerHashesToItsKey() throws IOException {
        // Given
        var damaged = chartOf("damaged", "ECHO");
        Files.write(stored(damaged), new byte[] {0}, StandardOpenOption.APPEND);

        // When
        var answer = given().get("/api/objects/" + damaged.getString("minio_object_key"));

        // Then
        answer.then().statusCode(500).body("type", equalTo("/problems/object-damaged"));
    }

    @Test
    void says_whenARecordedPictureIsGone() throws IOException {
        var gone = chartOf("gone", "FOXTROT");
        Files.delete(stored(gone));

        given().get("/api/charts/" + gone.getLong("id") + "/image")
                .then()
                .statusCode(500)
                .body("type", equalTo("/problems/object-damaged"));
    }

    private Path stored(JsonPath row) {
        return storage.filesystem().directory().resolve(row.getString("minio_object_key"));
    }

    private static JsonPath chartOf(String strategy, String symbol) {
        var body = new HashMap<>(Runs.strategy(strategy));
        body.put("symbols", List.of(symbol));
        given().contentType(ContentType.JSON)
                .body(body)
                .post("/api/strategies")
                .then()
                .statusCode(201);
        return Runs.json("/api/charts?limit=1&execution_id=" + Runs.run(strategy))
                .setRootPath("items[0]");
    }
}
