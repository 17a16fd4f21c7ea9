package io.candletrace;

import static org.assertj.core.api.Assertions.assertThat;

import io.candletrace.testing.CsvBars;
import io.candletrace.testing.Evidence;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The packaged service as a stranger starts it: nothing configured but a folder of bars. */
@QuarkusIntegrationTest
@TestProfile(EmbeddedServiceIT.NothingButBars.class)
class EmbeddedServiceIT {
    private static final List<String> SYMBOLS = List.of("SPY", "IBM", "BAC");

    @Test
    void leavesLinkedEvidence_ofRealBars() {
        // When
        var evidence = Evidence.ofRun("embedded", SYMBOLS, List.of("rules-v1"));

        // Then
        assertThat(evidence.execution().getString("status")).isEqualTo("completed");
        assertThat(evidence.all("charts")).hasSize(6);
        assertThat(evidence.all("llm-analyses")).hasSize(6);
        assertThat(evidence.all("signals")).hasSize(3);
        evidence.assertLinked();
        evidence.assertObjectsHash();
    }

    @Test
    void failsOnlyTheSymbol_thatHasNoBars() {
        // When
        var evidence = Evidence.ofRun("partly", List.of("SPY", "NOSUCH"), List.of("rules-v1"));

        // Then
        assertThat(evidence.execution().getString("status")).isEqualTo("completed");
        assertThat(evidence.execution().getString("result.failures.NOSUCH")).startsWith("UNKNOWN_SYMBOL");
        assertThat(evidence.all("signals")).hasSize(1);
    }

    /** An embedded database of its own, and real bars where they are. */
    public static final class NothingButBars implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "candletrace.embedded.directory",
                    "target/embedded-service-" + ProcessHandle.current().pid(),
                    "candletrace.feed.source",
                    "csv",
                    "candletrace.feed.csv.directory",
                    CsvBars.folder(SYMBOLS).toString());
        }
    }
}
