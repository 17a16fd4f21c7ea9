package io.candletrace.fault;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A PostgreSQL that can be stopped as a crash would and started again on the same data and port. What it committed, it keeps.
 * It ends with the JVM, by a hook of its own. */
final class Postgres {
    private final Path data;
    private final int port = Ports.free();
    private EmbeddedPostgres server;

    private Postgres(Path data) throws IOException {
        this.data = data;
        server = run();
    }

    static Postgres start() {
        try {
            return new Postgres(Files.createTempDirectory("candletrace-faults").resolve("data"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    int port() {
        return port;
    }

    /** What {@code pg_ctl stop -m immediate} does: no checkpoint, no farewell to clients, recovery at the next start. */
    void stopImmediately() {
        try {
            var pid = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid"))
                    .getFirst()
                    .strip());
            var postmaster = ProcessHandle.of(pid).orElseThrow();
            new ProcessBuilder("kill", "-QUIT", Long.toString(pid))
                    .start()
                    .onExit()
                    .join();
            postmaster.onExit().join();
            // Lets go of the folder; there is no server left to stop.
            server.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    void startAgain() {
        try {
            server = run();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** One number. */
    long count(String sql, Object... parameters) {
        return Long.parseLong(rows(sql, parameters).getFirst().getFirst());
    }

    /** All rows as text. */
    List<List<String>> rows(String sql, Object... parameters) {
        try (var connection = DriverManager.getConnection(server.getJdbcUrl("postgres", "postgres"));
                var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            var found = statement.executeQuery();
            var width = found.getMetaData().getColumnCount();
            var rows = new ArrayList<List<String>>();
            while (found.next()) {
                var row = new ArrayList<String>();
                for (var column = 1; column <= width; column++) {
                    row.add(String.valueOf(found.getString(column)));
                }
                rows.add(row);
            }
            return rows;
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }

    private EmbeddedPostgres run() throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPort(port)
                .setServerConfig("synchronous_commit", "on")
                .start();
    }
}
