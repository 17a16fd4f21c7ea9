package io.candletrace.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.candletrace.testing.PostgresResource;
import io.candletrace.testing.Runs;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(PostgresResource.class)
class PageResourceTest {

    private static final String DISCLAIMER = "AI-generated, not investment advice";

    private long execution;

    @BeforeEach
    void run() {
        execution = Runs.finished();
    }

    @Test
    void shows_theLatestSignalsAndExecutions() {
        var latest = Runs.json("/api/executions?limit=1").getLong("items[0].id");

        assertThat(page("/"))
                .contains(DISCLAIMER, "SYNTHETIC", "/image\"")
                .contains("<a href=\"/executions/" + latest + "\">");
    }

    @Test
    void shows_whyASignalIsWhatItIs() {
        var signal = Runs.json("/api/signals?symbol=ALPHA&execution_id=" + execution);
        var lineage = Runs.json("/api/signals/" + signal.getLong("items[0].id") + "/lineage");

        var page = page("/signals/" + signal.getLong("items[0].id"));

        assertThat(page)
                .contains(DISCLAIMER, "SYNTHETIC", "$0", "rules-v1", "decides")
                .contains(lineage.getList("charts.snapshot_sha256", String.class))
                .contains("/api/charts/" + signal.getLong("items[0].chart_id") + "/html");
    }

    @Test
    void shows_anExecution() {
        assertThat(page("/executions/" + execution)).contains(DISCLAIMER, "ALPHA", "BRAVO", "completed");
    }

    @Test
    void allows_noScripts() {
        given().get("/")
                .then()
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .header("Content-Security-Policy", not(containsString("script-src")));
    }

    @Test
    void sendsItsStyle_onceAsLongAsItStays() {
        var tag = given().get("/page.css")
                .then()
                .statusCode(200)
                .contentType("text/css;charset=UTF-8")
                .extract()
                .header("ETag");

        given().header("If-None-Match", tag).get("/page.css").then().statusCode(304);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/signals/999999", "/signals/abc", "/executions/999999"})
    void says_whatIsNotThere(String path) {
        given().accept("text/html")
                .get(path)
                .then()
                .statusCode(404)
                .contentType("text/html;charset=UTF-8")
                .body(containsString("Not here"))
                .body(containsString(DISCLAIMER));
    }

    @Test
    void escapes_whatComesFromOutside() {
        assertThat(page("/signals/%3Cscript%3E", 404))
                .doesNotContain("<script>")
                .contains("&lt;script&gt;");
    }

    private static String page(String path) {
        return page(path, 200);
    }

    private static String page(String path, int status) {
        return given().accept("text/html")
                .urlEncodingEnabled(false)
                .get(path)
                .then()
                .statusCode(status)
                .contentType("text/html;charset=UTF-8")
                .extract()
                .asString();
    }
}
