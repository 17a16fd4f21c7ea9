package io.candletrace;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.candletrace.testing.CsvBars;
import io.candletrace.testing.Evidence;
import io.candletrace.testing.FakeOpenAi;
import io.candletrace.testing.FakeOpenAiResource;
import io.candletrace.testing.PostgresResource;
import io.candletrace.testing.S3Resource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The packaged service as it is deployed: PostgreSQL, S3 and a model's endpoint, all of them configured. */
@QuarkusIntegrationTest
@TestProfile(DeployedServiceIT.EverythingConfigured.class)
class DeployedServiceIT {
    private static final List<String> SYMBOLS = List.of("SPY", "IBM", "BAC");

    @Test
    void leavesLinkedEvidence_ofAModelsAnswers() {
        // When
        var evidence = Evidence.ofRun("deployed", SYMBOLS, List.of("fake", "rules-v1"));

        // Then
        assertThat(evidence.execution().getString("status")).isEqualTo("completed");
        assertThat(evidence.all("charts")).hasSize(6);
        assertThat(evidence.all("llm-analyses")).hasSize(12);
        assertThat(evidence.all("signals")).hasSize(3);
        evidence.assertLinked();
        evidence.assertObjectsHash();
    }

    @Test
    void keepsTheCalls_andNeverTheKey() {
        // Given
        var evidence = Evidence.ofRun("calls", List.of("SPY"), List.of("fake"));
        var analysis = evidence.all("llm-analyses").getFirst();

        // When
        var calls = given().get("/api/llm-analyses/" + analysis.get("id") + "/calls")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        // Then
        assertThat(calls).contains("\"http_status\":200").contains("sha256").doesNotContain(FakeOpenAi.KEY);
        assertThat(analysis.get("model_name")).isEqualTo("fake-model");
        assertThat((Integer) analysis.get("tokens_used")).isPositive();
    }

    /** Nothing embedded, nothing on the filesystem. */
    public static final class EverythingConfigured implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "candletrace.feed.source",
                    "csv",
                    "candletrace.feed.csv.directory",
                    CsvBars.folder(SYMBOLS).toString());
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(
                    new TestResourceEntry(PostgresResource.class),
                    new TestResourceEntry(S3Resource.class),
                    new TestResourceEntry(FakeOpenAiResource.class));
        }
    }
}
