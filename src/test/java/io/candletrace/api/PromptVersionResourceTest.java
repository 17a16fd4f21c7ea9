package io.candletrace.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.candletrace.testing.PostgresResource;
import io.candletrace.testing.Runs;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PostgresResource.class)
class PromptVersionResourceTest {

    @Test
    void adds_theNextVersion_inactive() {
        // Given
        create("grows");

        // When
        var added = add("grows", "two", Map.of("change_note", "says two", "created_by", "ada"));

        // Then
        added.statusCode(201)
                .header("Location", endsWith("/api/prompts/grows/versions/2"))
                .body("version", equalTo(2))
                .body("active", equalTo(false))
                .body("body", equalTo("two"))
                .body("created_by", equalTo("ada"))
                .body("change_note", equalTo("says two"));
        assertThat(Runs.json("/api/prompts/grows").getInt("version")).isOne();
        assertThat(given().get("/api/prompts/grows/versions/2").asString())
                .isEqualTo(added.extract().asString());
    }

    @Test
    void adds_andActivates() {
        create("leaps");

        add("leaps", "two", Map.of("activate", true, "created_by", "ada")).body("active", equalTo(true));

        assertThat(Runs.json("/api/prompts/leaps").getString("body")).isEqualTo("two");
        var activations = Runs.json("/api/prompts/leaps/activations");
        assertThat(activations.getList("items.version")).containsExactly(2, 1);
        assertThat(activations.getList("items.activated_by")).containsExactly("ada", "api");
        assertThat(activations.getString("items[0].activated_at")).isNotBlank();
    }

    @Test
    void activates_anyVersion_andKeepsWhoDid() {
        // Given
        create("swings");
        add("swings", "two", Map.of("activate", true));

        // When
        post("/api/prompts/swings/versions/1/activate", Map.of("activated_by", "bob"))
                .statusCode(200)
                .body("version", equalTo(1));
        assertThat(postNothing("/api/prompts/swings/versions/2/activate")).isEqualTo(200);

        // Then
        var activations = Runs.json("/api/prompts/swings/activations");
        assertThat(activations.getList("items.version")).containsExactly(2, 1, 2, 1);
        assertThat(activations.getList("items.activated_by")).containsExactly("api", "bob", "api", "api");
        assertThat(Runs.json("/api/prompts/swings/versions").getList("items.active"))
                .containsExactly(true, false);
    }

    @Test
    void leavesAlone_whatStrategiesPinned() {
        // Given
        create("held");
        var first = Runs.json("/api/prompts/held").getInt("active_template_id");
        post("/api/strategies", strategy("holder", "held")).body("prompts.'1d'", equalTo(first));

        // When
        var second = add("held", "two", Map.of("activate", true))
                .extract()
                .jsonPath()
                .getInt("id");

        // Then
        assertThat(Runs.json("/api/strategies/holder").getInt("prompts.'1d'")).isEqualTo(first);
        post("/api/strategies", strategy("follower", "held")).body("prompts.'1d'", equalTo(second));
        post("/api/strategies", strategy("pinner", "held@1")).body("prompts.'1d'", equalTo(first));
    }

    @Test
    void pins_aLanguage() {
        post("/api/prompts", Map.of("name", "spoken", "system_text", "s", "body", "english"));
        var german = post(
                        "/api/prompts",
                        Map.of("name", "spoken", "language", "de", "system_text", "s", "body", "deutsch"))
                .extract()
                .jsonPath()
                .getInt("active_template_id");

        post("/api/strategies", strategy("speaks-german", "spoken/de")).body("prompts.'1d'", equalTo(german));
        post("/api/strategies", strategy("speaks-german-1", "spoken/DE@1")).body("prompts.'1d'", equalTo(german));
        for (var wrong : List.of("spoken/fr", "spoken/de@2", "spoken/de/x", "spoken@de", "spoken@1/de", "spoken/!")) {
            post("/api/strategies", strategy("speaks-nothing", wrong))
                    .statusCode(422)
                    .body("detail", containsString("'" + wrong + "'"));
        }
    }

    @Test
    void numbersTheVersionsOfALanguage_byThemselves() {
        create("apart");
        post("/api/prompts", Map.of("name", "apart", "language", "de", "system_text", "s", "body", "eins"));

        add("apart", "two", Map.of()).body("version", equalTo(2)).body("language", equalTo("en"));
        add("apart", "zwei", Map.of("language", "de"))
                .header("Location", endsWith("/api/prompts/apart/versions/2?language=de"))
                .body("version", equalTo(2));
        post("/api/prompts/apart/versions?language=de", Map.of("system_text", "s", "body", "drei"))
                .body("version", equalTo(3))
                .body("language", equalTo("de"));
        post("/api/prompts/apart/versions?language=de", Map.of("system_text", "s", "body", "x", "language", "en"))
                .statusCode(400)
                .body("detail", containsString("language"));
        assertThat(Runs.json("/api/prompts/apart/versions/2?language=de").getString("body"))
                .isEqualTo("zwei");
    }

    @Test
    void lists_newestFirst_aPageAtATime() {
        create("paged");
        add("paged", "two", Map.of());
        add("paged", "three", Map.of());

        var first = Runs.json("/api/prompts/paged/versions?limit=2");
        var second = Runs.json("/api/prompts/paged/versions?limit=2&cursor=" + first.getString("next_cursor"));

        assertThat(first.getList("items.version")).containsExactly(3, 2);
        assertThat(second.getList("items.version")).containsExactly(1);
        assertThat(second.getString("next_cursor")).isNull();
    }

    @Test
    void refuses_whatTheNewestVersionSays() {
        create("same");
        add("same", "two", Map.of());

        add("same", "two", Map.of("change_note", "really"))
                .statusCode(409)
                .body("type", equalTo("/problems/conflict"))
                .body("detail", startsWith("version 2, the newest of prompt same/en, says the same"));
        add("same", "one", Map.of()).statusCode(201).body("version", equalTo(3));
    }

    @Test
    void refuses_whatDoesNotRender() {
        create("sound");

        add("sound", "\n{gone}", Map.of())
                .statusCode(422)
                .body("detail", startsWith("body, line 2, column 1: unknown variable 'gone'"));
        assertThat(Runs.json("/api/prompts/sound/versions").getList("items")).hasSize(1);
    }

    @Test
    void saysWhatIsUnknown() {
        create("known");

        add("no-such", "x", Map.of()).statusCode(404).body("detail", equalTo("there is no prompt no-such/en"));
        for (var path : List.of("versions/2", "versions/0", "versions/99999999999", "versions/x")) {
            given().get("/api/prompts/known/" + path).then().statusCode(404);
            post("/api/prompts/known/" + path + "/activate", Map.of()).statusCode(404);
        }
        given().get("/api/prompts/no-such/versions").then().statusCode(404);
        given().get("/api/prompts/no-such/activations").then().statusCode(404);
    }

    @Test
    void numbersVersions_thatArriveTogether() throws InterruptedException, ExecutionException {
        // Given
        create("raced");
        List<Callable<Integer>> requests = IntStream.range(0, 8)
                .<Callable<Integer>>mapToObj(i -> () -> add("raced", "text " + i, Map.of("activate", true))
                        .extract()
                        .statusCode())
                .toList();

        // When
        try (var together = Executors.newFixedThreadPool(8)) {
            for (var answer : together.invokeAll(requests)) {
                assertThat(answer.get()).isEqualTo(201);
            }
        }

        // Then
        assertThat(Runs.json("/api/prompts/raced/versions").getList("items.version"))
                .containsExactly(9, 8, 7, 6, 5, 4, 3, 2, 1);
        assertThat(Runs.json("/api/prompts/raced").getInt("version"))
                .isEqualTo(Runs.json("/api/prompts/raced/activations").getInt("items[0].version"));
    }

    @Test
    void comparesTwoVersions() {
        create("compared");
        add("compared", "one\nand two", Map.of());

        given().get("/api/prompts/compared/diff?from=1&to=2&language=en")
                .then()
                .statusCode(200)
                .body("from", equalTo(1))
                .body("to", equalTo(2))
                .body("identical", equalTo(false))
                .body("system_text.op", equalTo(List.of("same")))
                .body("body.op", equalTo(List.of("same", "added")))
                .body("body[1].line_from", nullValue())
                .body("body[1].line_to", equalTo(2))
                .body("body[1].text", equalTo("and two"));
        given().get("/api/prompts/compared/diff?from=1&to=3")
                .then()
                .statusCode(404)
                .body("detail", containsString("version 3"));
        given().get("/api/prompts/compared/diff?from=1").then().statusCode(400).body("detail", startsWith("to: "));
    }

    private static void create(String name) {
        post("/api/prompts", Map.of("name", name, "system_text", "s", "body", "one"))
                .statusCode(201);
    }

    private static ValidatableResponse add(String name, String body, Map<String, ?> more) {
        var version = new HashMap<String, Object>(more);
        version.put("system_text", "s");
        version.put("body", body);
        return post("/api/prompts/" + name + "/versions", version);
    }

    /** As curl does without a body: REST Assured would say that it sends a form. */
    private static int postNothing(String path) {
        var address = URI.create(RestAssured.baseURI + ":" + RestAssured.port + path);
        var request =
                HttpRequest.newBuilder(address).POST(BodyPublishers.noBody()).build();
        try (var client = HttpClient.newHttpClient()) {
            return client.sendAsync(request, BodyHandlers.discarding()).join().statusCode();
        }
    }

    private static Map<String, Object> strategy(String name, String prompt) {
        var strategy = new HashMap<>(Runs.strategy(name));
        strategy.put("prompts", Map.of("1d", prompt));
        return strategy;
    }

    private static ValidatableResponse post(String path, Map<String, ?> body) {
        return given().contentType(ContentType.JSON).body(body).post(path).then();
    }
}
