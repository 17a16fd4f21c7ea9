package io.candletrace;

import static org.assertj.core.api.Assertions.assertThat;

import io.candletrace.testing.CsvBars;
import io.candletrace.testing.Evidence;
import io.candletrace.testing.PackagedService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged service as a stranger starts it: nothing configured but a folder of bars. Its data are the same in all tests, as a
 * start takes long; the last two end it.
 */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class EmbeddedServiceIT {
    private static final List<String> SYMBOLS = List.of("SPY", "IBM", "BAC");

    @TempDir
    static Path directory;

    private PackagedService service;

    @BeforeAll
    void start() {
        service = PackagedService.start(Map.of(
                "candletrace.embedded.directory", directory.toString(),
                "candletrace.feed.source", "csv",
                "candletrace.feed.csv.directory", CsvBars.folder(SYMBOLS).toString()));
    }

    private void startWithoutBars() {
        service = PackagedService.start(Map.of(
                "candletrace.embedded.directory", directory.toString(),
                "candletrace.feed.source", "import",
                "candletrace.launch.demo", "false"));
    }

    @AfterAll
    void stop() {
        service.close();
    }

    @Test
    @Order(1)
    void leavesLinkedEvidence_ofRealBars_andFailsOnlyWhatHasNone() {
        // When
        var evidence = Evidence.ofRun("embedded", List.of("SPY", "IBM", "BAC", "NOSUCH"), List.of("rules-v1"));

        // Then
        assertThat(evidence.execution().getString("status")).isEqualTo("completed");
        assertThat(evidence.execution().getString("result.failures.NOSUCH")).startsWith("UNKNOWN_SYMBOL");
        assertThat(evidence.all("charts")).hasSize(6);
        assertThat(evidence.all("llm-analyses")).hasSize(6);
        assertThat(evidence.all("signals")).hasSize(3);
        evidence.assertLinked();
        evidence.assertObjectsHash();
    }

    @Test
    @Order(2)
    void takesAFileOfBars_andRunsOnIt() throws IOException {
        // Given
        var file = Files.readAllBytes(CsvBars.folder(SYMBOLS).resolve("SPY.csv"));

        // When
        var first = Evidence.sent("/api/market-data/import?symbol=SPY", file);
        var second = Evidence.sent("/api/market-data/import?symbol=SPY", file);
        var evidence =
                Evidence.ofRun(Map.of("name", "imported", "symbols", List.of("SPY"), "feeds", List.of("import")));

        // Then
        assertThat(first.getLong("accepted")).isEqualTo(first.getLong("added")).isGreaterThan(1_000);
        assertThat(second.getLong("unchanged")).isEqualTo(first.getLong("added"));
        assertThat(evidence.all("charts"))
                .hasSize(2)
                .allMatch(chart -> chart.get("source").equals("import"));
        assertThat(evidence.all("signals")).hasSize(1);
    }

    @Test
    @Order(3)
    void finishesWhatItAccepted_whenItIsKilledInTheMiddle() {
        // Given
        var evidence = Evidence.accepted("killed", SYMBOLS, List.of("rules-v1"));

        // When
        service.kill();
        start();
        evidence.awaitEnd();

        // Then
        assertThat(evidence.execution().getString("status")).isEqualTo("completed");
        assertThat(evidence.all("charts")).hasSize(6);
        assertThat(evidence.all("llm-analyses")).hasSize(6);
        assertThat(evidence.all("signals")).hasSize(3);
        evidence.assertLinked();
        evidence.assertObjectsHash();
    }

    @Test
    @Order(4)
    void drawsEveryChartAgain_withEveryFeedUnplugged() {
        // Given
        var evidence = Evidence.ofRun("redrawn", SYMBOLS, List.of("rules-v1"));

        // When
        service.close();
        startWithoutBars();

        // Then
        assertThat(evidence.all("charts"))
                .hasSize(6)
                .allSatisfy(chart -> assertThat(Evidence.get("/api/charts/" + chart.get("id") + "/verification")
                                .getString("outcome"))
                        .isEqualTo("identical"));
    }
}
