package io.candletrace.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

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
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PostgresResource.class)
class PromptResourceTest {

    @Inject
    Prompts prompts;

    @Test
    void has_thePromptsOfTheService() throws Throwable {
        VertxContextSupport.subscribeAndAwait(prompts::ensureDefaults);

        assertThat(Runs.json("/api/prompts?limit=200").getList("items.name", String.class))
                .contains("daily", "weekly", "monthly", "intraday")
                .doesNotHaveDuplicates();
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
    void refuses_aNameThatIsTaken() {
        post(Map.of("name", "daily", "language", "de", "system_text", "s", "body", "b"))
                .statusCode(409)
                .body("type", equalTo("/problems/conflict"));
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

    private static ValidatableResponse post(Map<String, ?> body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post("/api/prompts")
                .then();
    }
}
