package io.candletrace.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.candletrace.failure.ServiceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One folder for all: each test finds a database that an earlier one kept, or makes it when it is the first. */
@Timeout(120)
class EmbeddedDatabaseTest {
    /** Much less than the 39 s of a start that trusts what a crash has left. */
    private static final Duration SOON = Duration.ofSeconds(15);

    @TempDir
    static Path folder;

    @Test
    void keepsWhatWasCommitted_whenItIsStoppedAndStarted() throws Exception {
        // Given
        try (var database = EmbeddedDatabase.start(folder)) {
            execute(database, "create table stopped as select 'kept' as word");
        }

        // When
        try (var database = EmbeddedDatabase.start(folder)) {

            // Then
            assertThat(answer(database, "select word from stopped")).isEqualTo("kept");
        }
    }

    @Test
    void isDurableAndPrivate() throws Exception {
        try (var database = EmbeddedDatabase.start(folder)) {
            assertThat(answer(database, "show fsync")).isEqualTo("on");
            assertThat(answer(database, "show synchronous_commit")).isEqualTo("on");
            assertThat(answer(database, "show full_page_writes")).isEqualTo("on");
            assertThat(answer(database, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(answer(database, "select count(*) from pg_hba_file_rules where auth_method <> 'scram-sha-256'"))
                    .isEqualTo("0");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void takesTheRunningServerOver_whenTheServiceWasKilled() throws Exception {
        // Given
        String before;
        try (var killed = OtherService.on(folder)) {
            before = killed.says();
        }

        // When
        try (var database = EmbeddedDatabase.start(folder)) {

            // Then
            assertThat(url(database)).isEqualTo(before).startsWith("jdbc:postgresql:");
            assertThat(answer(database, "select 1")).isEqualTo("1");
        }
        assertThat(Postmaster.of(folder.resolve("postgres"))).isEmpty();
    }

    @Test
    void startsSoonWithWhatWasCommitted_whenTheServerWasKilled() throws Exception {
        // Given
        try (var database = EmbeddedDatabase.start(folder)) {
            execute(database, "create table crashed as select 'kept' as word");
            killServer();
        }
        assertThat(folder.resolve("postgres/postmaster.pid")).exists();

        // When
        var began = System.nanoTime();
        try (var database = EmbeddedDatabase.start(folder)) {

            // Then
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(SOON);
            assertThat(answer(database, "select word from crashed")).isEqualTo("kept");
        }
    }

    @Test
    void startsAnew_whenTheServersNumberIsAnotherPrograms() throws Exception {
        // Given
        EmbeddedDatabase.start(folder).close();
        var me = ProcessHandle.current().pid();
        Files.writeString(
                folder.resolve("postgres/postmaster.pid"), me + "\n" + folder.resolve("postgres") + "\n0\n5432\n");

        // When
        try (var database = EmbeddedDatabase.start(folder)) {

            // Then
            assertThat(answer(database, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void namesTheHolder_whenAnotherServiceHasTheFolder() throws Exception {
        // Given
        try (var holder = OtherService.on(folder)) {
            assertThat(holder.says()).startsWith("jdbc:postgresql:");

            // When, Then
            assertThatExceptionOfType(ServiceException.class)
                    .isThrownBy(() -> EmbeddedDatabase.start(folder))
                    .withMessageContaining("in use by process " + holder.pid() + ":");
        }
        EmbeddedDatabase.start(folder).close();
    }

    @Test
    void makesTheDatabase_whenTheFirstStartWasKilledHalfWay(@TempDir Path fresh) throws Exception {
        // Given
        Files.createDirectories(fresh.resolve("postgres.new/base"));
        Files.writeString(fresh.resolve("postgres.new/postgresql.conf"), "half");

        // When
        try (var database = EmbeddedDatabase.start(fresh)) {

            // Then
            assertThat(answer(database, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void saysWhatTheServerSaid_whenItDoesNotStart() throws Exception {
        // Given
        EmbeddedDatabase.start(folder).close();
        var version = folder.resolve("postgres/PG_VERSION");
        var right = Files.readString(version);
        Files.writeString(version, "9.4\n");

        // When, Then
        var began = System.nanoTime();
        try {
            assertThatExceptionOfType(ServiceException.class)
                    .isThrownBy(() -> EmbeddedDatabase.start(folder))
                    .withMessageContaining("database files are incompatible with server")
                    .satisfies(failure -> assertThat(failure.detail()).hasLineCount(1));
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(SOON);
        } finally {
            Files.writeString(version, right);
        }
    }

    private static void killServer() throws IOException {
        var process = Postmaster.of(folder.resolve("postgres")).orElseThrow().process();
        process.destroyForcibly();
        process.onExit().join();
    }

    private static String url(EmbeddedDatabase database) {
        return database.settings().getOrDefault("quarkus.datasource.jdbc.url", "none");
    }

    private static void execute(EmbeddedDatabase database, String statement) throws SQLException {
        try (var connection = DriverManager.getConnection(
                        url(database), "postgres", database.settings().get("quarkus.datasource.password"));
                var execution = connection.createStatement()) {
            execution.execute(statement);
        }
    }

    private static String answer(EmbeddedDatabase database, String query) throws SQLException {
        try (var connection = DriverManager.getConnection(
                        url(database), "postgres", database.settings().get("quarkus.datasource.password"));
                var question = connection.createStatement();
                var row = question.executeQuery(query)) {
            assertThat(row.next()).isTrue();
            return String.valueOf(row.getString(1));
        }
    }
}
