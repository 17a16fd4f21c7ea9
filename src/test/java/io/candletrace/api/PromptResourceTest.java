package io.candletrace.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.candletrace.lineage.Sha256;
import io.candletrace.prompt.Prompts;
import io.candletrace.testing.PostgresResource;
import io.candletrace.testing.Runs;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(PostgresResource.class)
class PromptResourceTest {

    @Inject
    Prompts prompts;

    @Test
    void has_thePromptsOfTheService() throws Throwable {
        VertxContextSupport.subscribeAndAwait(prompts::ensureDefaults);

        assertThat(Runs.json("/api/prompts?limit=200").getList("items.name", String.class))
                .contains("daily", "weekly", "monthly", "intraday");
        assertThat(Runs.json("/api/prompts/daily/versions").getList("items.version"))
                .containsExactly(1);
    }

    @Test
    void creates_andReadsBack() {
        post(Map.of("name", "short", "system_text", "Be brief.", "body", "Read {symbol}."))
                .statusCode(201)
                .body("version", equalTo(1))
                .body("language", equalTo("en"))
                .body("sha256", equalTo(Sha256.of("Be brief.\fRead {symbol}.").hex()));

        given().get("/api/prompts/short").then().statusCode(200).body("body", equalTo("Read {symbol}."));
    }

    @Test
    void refuses_aNameThatIsTaken_inItsLanguage() {
        post(Map.of("name", "daily", "language", "en", "system_text", "s", "body", "b"))
                .statusCode(409)
                .body("type", equalTo("/problems/conflict"))
                .body("detail", containsString("daily/en"));
    }

    @Test
    void keepsLanguagesApart() {
        post(Map.of("name", "tongue", "system_text", "Read.", "body", "in English"))
                .statusCode(201);
        post(Map.of("name", "tongue", "language", "PT-br", "system_text", "Leia.", "body", "em português"))
                .statusCode(201)
                .header("Location", endsWith("/api/prompts/tongue?language=pt-BR"))
                .body("language", equalTo("pt-BR"))
                .body("version", equalTo(1));

        assertThat(Runs.json("/api/prompts/tongue").getString("body")).isEqualTo("in English");
        assertThat(Runs.json("/api/prompts/tongue?language=pt-br").getString("body"))
                .isEqualTo("em português");
        assertThat(Runs.json("/api/prompts?language=pt-BR").getList("items.name"))
                .containsExactly("tongue");
        given().get("/api/prompts/tongue?language=fr")
                .then()
                .statusCode(404)
                .body("detail", equalTo("there is no prompt tongue/fr"));
    }

    @Test
    void keepsWhoMadeAPrompt_andWhy() {
        post(Map.of("name", "signed", "system_text", "s", "body", "b", "created_by", "ada", "change_note", "shorter"))
                .body("created_by", equalTo("ada"))
                .body("change_note", equalTo("shorter"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"candletrace", "Candletrace ", " "})
    void refuses_anAuthorThatIsTheService(String author) {
        post(Map.of("name", "forged", "system_text", "s", "body", "b", "created_by", author))
                .statusCode(422)
                .body("detail", containsString("created_by"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"variables", "validate"})
    void refuses_aNameThatIsAPath(String name) {
        post(Map.of("name", name, "system_text", "s", "body", "b"))
                .statusCode(422)
                .body("detail", containsString(name));
    }

    @Test
    void validates_andNamesTheVariables() {
        validate(Map.of("system_text", "s", "body", "{symbol} {#if synthetic}made up{/if}"))
                .statusCode(200)
                .body("variables", equalTo(List.of("symbol", "synthetic")));
    }

    @Test
    void tellsThePlaceOfAMistake() {
        validate(Map.of("system_text", "s", "body", "a\n  {symbl}"))
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/impossible-request"))
                .body("detail", startsWith("body, line 2, column 3: unknown variable 'symbl'"));
        validate(Map.of("system_text", "The {symbol}", "body", "b"))
                .statusCode(422)
                .body("detail", startsWith("system_text, line 1, column 5: "));
        validate(Map.of("system_text", "s")).statusCode(400).body("detail", startsWith("body: "));
    }

    @Test
    void explainsEveryVariable() {
        var variables = Runs.json("/api/prompts/variables");

        assertThat(variables.getList("items.name"))
                .contains("symbol", "bars", "horizon_bars")
                .doesNotHaveDuplicates();
        assertThat(variables.getMap("items.find { it.name == 'horizon_bars' }"))
                .containsEntry("type", "number")
                .containsEntry("shape", "bars of the timeframe")
                .containsEntry("example", 5)
                .hasEntrySatisfying(
                        "meaning", meaning -> assertThat(meaning.toString()).isNotBlank());
        assertThat(variables.getMap("items.find { it.name == 'synthetic' }"))
                .containsEntry("type", "flag")
                .containsEntry("example", false);
    }

    @Test
    void refuses_anUnknownVariable() {
        post(Map.of("name", "leaky", "system_text", "s", "body", "{config:secret}"))
                .statusCode(422)
                .body("type", equalTo("/problems/impossible-request"));
    }

    @Test
    void refuses_aMalformedLanguage() {
        post(Map.of("name", "tongues", "language", "!", "system_text", "s", "body", "b"))
                .statusCode(400)
                .body("detail", containsString("language"));
    }

    @Test
    void saysThatAPromptIsUnknown() {
        given().get("/api/prompts/no-such").then().statusCode(404).body("type", equalTo("/problems/not-found"));
    }

    private static ValidatableResponse validate(Map<String, ?> body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post("/api/prompts/validate")
                .then();
    }

    private static ValidatableResponse post(Map<String, ?> body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post("/api/prompts")
                .then();
    }
}
