package io.candletrace.reconciliation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.candletrace.lineage.Sha256;
import io.candletrace.testing.Await;
import io.candletrace.testing.Database;
import io.candletrace.testing.PostgresResource;
import io.candletrace.testing.Replaying;
import io.candletrace.testing.Runs;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(PostgresResource.class)
class ReconciliationTest {
    private static final Path OBJECTS = Path.of("target", "objects");
    private static final Instant LONG_AGO = Instant.now().minus(Duration.ofDays(1));

    @Inject
    Reconciler reconciler;

    @Inject
    Database database;

    @Test
    void takesAwayWhatNoRowNames_onceItIsOld() throws IOException {
        // Given
        var old = orphan(LONG_AGO);
        var young = orphan(Instant.now());

        // When
        var found = findings(run(false));

        // Then
        assertThat(found).contains("orphan deleted " + old);
        assertThat(OBJECTS.resolve(old)).doesNotExist();
        assertThat(OBJECTS.resolve(young)).exists();
        assertThat(found).noneMatch(line -> line.contains(young));
    }

    @ParameterizedTest
    @CsvSource({"minio_object_key", "html_object_key"})
    void drawsAgain_whatIsMissing_toTheByte(String column) throws IOException {
        // Given
        var key = key(column);
        var recorded = Files.readAllBytes(OBJECTS.resolve(key));
        Files.delete(OBJECTS.resolve(key));

        // When
        var found = findings(run(false));

        // Then
        assertThat(found).contains("missing repaired " + key);
        assertThat(OBJECTS.resolve(key)).hasBinaryContent(recorded);
    }

    @Test
    void drawsAgain_whatIsDamaged() throws IOException {
        // Given
        var key = key("minio_object_key");
        var recorded = Files.readAllBytes(OBJECTS.resolve(key));
        Files.writeString(OBJECTS.resolve(key), "something else");

        // When
        var found = findings(run(false));

        // Then
        assertThat(found).contains("damaged repaired " + key);
        assertThat(OBJECTS.resolve(key)).hasBinaryContent(recorded);
    }

    @Test
    void flags_whatCannotBeHadAnywhereElse() throws IOException {
        // Given
        Runs.finished();
        var key = database.column("select object_key from bar_snapshots order by id limit 1")
                .getFirst();
        var recorded = Files.readAllBytes(OBJECTS.resolve(key));
        Files.delete(OBJECTS.resolve(key));

        // When
        var found = findings(run(false));

        // Then
        assertThat(found).contains("missing flagged " + key);
        Files.write(OBJECTS.resolve(key), recorded);
    }

    @Test
    void putsBack_whatWasTakenAway_whenARowTurnsUpAfterAll() throws IOException {
        // Given
        var key = key("minio_object_key");
        var recorded = Files.readAllBytes(OBJECTS.resolve(key));
        Files.createDirectories(OBJECTS.resolve("trash").resolve(key).resolveSibling(""));
        Files.move(OBJECTS.resolve(key), OBJECTS.resolve("trash").resolve(key));

        // When
        var run = run(false);

        // Then
        assertThat(findings(run)).contains("missing repaired " + key);
        assertThat(database.column(
                        "select detail from reconciliation_findings where reconciliation_id = ? and object_key = ?",
                        run,
                        key))
                .containsExactly("put back from the trash");
        assertThat(OBJECTS.resolve(key)).hasBinaryContent(recorded);
    }

    @Test
    void changesNothing_whenItOnlyLooks() throws IOException {
        // Given
        var orphan = orphan(LONG_AGO);

        // When
        var found = findings(run(true));

        // Then
        assertThat(found).contains("orphan found " + orphan);
        assertThat(OBJECTS.resolve(orphan)).exists();
        Files.delete(OBJECTS.resolve(orphan));
    }

    @Test
    void reportsOverHttp() {
        // Given
        Runs.finished();

        // When
        long id = Replaying.post("/api/reconciliations", Map.of("dry_run", true), 202)
                .getLong("id");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !"running"
                        .equals(Runs.json("/api/reconciliations/" + id).getString("status")));

        // Then
        var report = Runs.json("/api/reconciliations/" + id);
        assertThat(report.getString("status")).isEqualTo("completed");
        assertThat(report.getLong("row_objects")).isPositive();
        assertThat(report.getList("found.items")).isNotNull();
        assertThat(Runs.json("/api/reconciliations").getList("items.id", Long.class))
                .contains(id);
        given().get("/api/reconciliations/999999").then().statusCode(404);
    }

    @Test
    void letsOneRunAtATime() {
        database.change("insert into reconciliations (trigger, dry_run) values ('manual', false)");
        try {
            Replaying.post("/api/reconciliations", Map.of(), 409);
        } finally {
            database.change(
                    "update reconciliations set status = 'abandoned', ended_at = now() where status = 'running'");
        }
    }

    private long run(boolean dryRun) {
        Runs.finished();
        return Await.item(() -> reconciler.run("manual", dryRun));
    }

    private List<String> findings(long run) {
        return database.column(
                "select kind || ' ' || action || ' ' || object_key from reconciliation_findings where reconciliation_id = ?",
                run);
    }

    private String key(String column) {
        var execution = Runs.finished();
        return database.column(
                        "select " + column + " from charts where execution_id = ? order by id limit 1", execution)
                .getFirst();
    }

    private static String orphan(Instant since) throws IOException {
        var bytes = UUID.randomUUID().toString();
        var key = "snapshots/" + Sha256.of(bytes);
        Files.createDirectories(OBJECTS.resolve("snapshots"));
        Files.writeString(OBJECTS.resolve(key), bytes);
        Files.setLastModifiedTime(OBJECTS.resolve(key), FileTime.from(since));
        return key;
    }
}
