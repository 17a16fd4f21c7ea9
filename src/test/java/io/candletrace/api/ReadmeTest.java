package io.candletrace.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import io.candletrace.testing.PostgresResource;
import io.candletrace.testing.Runs;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The README's example is what the service answers. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class ReadmeTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void showsASignal_asTheServiceAnswersIt() throws IOException {
        // Given
        Runs.finished();
        var shown = JSON.readTree(example());

        // When
        var answered =
                JSON.readTree(RestAssured.get("/api/signals?limit=1").body().asString());

        // Then
        assertThat(answered.fieldNames()).toIterable().containsExactlyElementsOf(() -> shown.fieldNames());
        assertSameShape(signal(shown), signal(answered));
        assertSameShape(signal(shown).get("strategy_metadata"), signal(answered).get("strategy_metadata"));
    }

    /** Every key that is shown is answered; numbers may be null there, as a HOLD has no levels. */
    private static void assertSameShape(JsonNode shown, JsonNode answered) {
        assertThat(answered.fieldNames()).toIterable().containsAll(() -> shown.fieldNames());
        shown.fieldNames()
                .forEachRemaining(key -> assertThat(answered.get(key).getNodeType())
                        .as(key)
                        .isIn(shown.get(key).getNodeType(), JsonNodeType.NULL));
    }

    private static JsonNode signal(JsonNode list) {
        return list.get("items").get(0);
    }

    private static String example() throws IOException {
        var readme = Files.readString(Path.of("README.md"));
        var start = readme.indexOf("```json") + "```json".length();
        return readme.substring(start, readme.indexOf("```", start));
    }
}
