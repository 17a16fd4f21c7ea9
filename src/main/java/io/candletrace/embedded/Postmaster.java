package io.candletrace.embedded;

import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The server process that a data directory names: one that outlived its service, as after a {@code kill -9}.
 *
 * @param process it, alive when it was looked up
 * @param port where it listens
 */
record Postmaster(ProcessHandle process, int port) {
    private static final int PORT_LINE = 3;

    /** It may still be recovering, or just be stopping. */
    private static final int TRIES = 300;

    private static final Duration BETWEEN_TRIES = Duration.ofMillis(100);

    /** The server on this data, once it answers; none when there is none or it ends meanwhile. */
    static Optional<Postmaster> serving(Path data, Credentials credentials) throws IOException, InterruptedException {
        for (var tries = 0; tries < TRIES; tries++) {
            var found = of(data);
            if (found.isEmpty() || found.get().serves(data, credentials)) {
                return found;
            }
            Processes.awaitEnd(found.get().process(), BETWEEN_TRIES);
        }
        throw new ServiceException(
                FailureReason.DATABASE_UNAVAILABLE,
                "the PostgreSQL that runs on " + data + " does not let us in: stop it, " + file(data) + " says which");
    }

    /** The server that the data's {@code postmaster.pid} names, if it is alive and a PostgreSQL. */
    static Optional<Postmaster> of(Path data) throws IOException {
        var file = file(data);
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        var lines = Files.readAllLines(file);
        if (lines.size() <= PORT_LINE || !isNumber(lines.getFirst()) || !isNumber(lines.get(PORT_LINE))) {
            return Optional.empty();
        }
        var port = Integer.parseInt(lines.get(PORT_LINE).strip());
        return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                .filter(Postmaster::isPostgres)
                .map(process -> new Postmaster(process, port));
    }

    /** Where a server writes who it is. */
    static Path file(Path data) {
        return data.resolve("postmaster.pid");
    }

    /** Whether it lets us in and serves this data: another server may have the port by now. */
    private boolean serves(Path data, Credentials credentials) throws IOException {
        var source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName("postgres");
        source.setConnectTimeout(2);
        source.setSocketTimeout(5);
        try (var connection = source.getConnection(Credentials.USER, credentials.password());
                var statement = connection.createStatement();
                var row = statement.executeQuery("show data_directory")) {
            return row.next() && Path.of(row.getString(1)).toRealPath().equals(data.toRealPath());
        } catch (SQLException notYet) {
            return false;
        }
    }

    /** Numbers of processes are used again: one that another program has by now is not a server. */
    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .filter(command -> Path.of(command).getFileName().toString().startsWith("postgres"))
                .isPresent();
    }

    private static boolean isNumber(String line) {
        return line.strip().matches("\\d{1,9}");
    }
}
