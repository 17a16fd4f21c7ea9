package io.candletrace.embedded;

import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.postgresql.ds.PGSimpleDataSource;

/** A server that outlived the service that started it, as after a {@code kill -9}. */
final class AdoptedServer implements Server {
    /** It may still be recovering, or just be stopping. */
    private static final int TRIES = 300;

    private static final Duration BETWEEN_TRIES = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Postmaster postmaster;
    private final PGSimpleDataSource database;

    private AdoptedServer(Postmaster postmaster, PGSimpleDataSource database) {
        this.postmaster = postmaster;
        this.database = database;
    }

    /** The server on this data, once it answers; none when there is none or it ends meanwhile. */
    static Optional<AdoptedServer> of(DataDirectory directory, String user, String password)
            throws IOException, InterruptedException {
        for (var tries = 0; tries < TRIES; tries++) {
            var found = Postmaster.of(directory.data());
            if (found.isEmpty()) {
                return Optional.empty();
            }
            var server = new AdoptedServer(found.get(), source(found.get(), user, password));
            if (server.serves(directory.data())) {
                return Optional.of(server);
            }
            exits(found.get().process(), BETWEEN_TRIES);
        }
        throw new ServiceException(
                FailureReason.DATABASE_UNAVAILABLE,
                "the PostgreSQL that runs on " + directory.data() + " does not let us in: stop it, its process is in "
                        + Postmaster.file(directory.data()));
    }

    @Override
    public int port() {
        return postmaster.port();
    }

    /** Asks it to stop and waits; one that takes longer is taken over again by the next start. */
    @Override
    public void close() throws IOException {
        try (var connection = database.getConnection()) {
            endOthers(connection);
        } catch (SQLException gone) {
            // Then nobody else is connected either, and only the process may be left to end.
        }
        postmaster.process().destroy();
        try {
            exits(postmaster.process(), PATIENCE);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether it lets us in and serves this data: another server may have the port by now. */
    private boolean serves(Path data) throws IOException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("show data_directory")) {
            return row.next() && Path.of(row.getString(1)).toRealPath().equals(data.toRealPath());
        } catch (SQLException notYet) {
            return false;
        }
    }

    /** Asked politely, a server waits for its clients, and a forgotten console would keep it for ever. */
    private static void endOthers(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity"
                    + " where backend_type = 'client backend' and pid <> pg_backend_pid()");
        }
    }

    private static void exits(ProcessHandle process, Duration within) throws InterruptedException {
        try {
            process.onExit().get(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException alive) {
            // The caller looks again.
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static PGSimpleDataSource source(Postmaster postmaster, String user, String password) {
        var source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {postmaster.port()});
        source.setDatabaseName("postgres");
        source.setUser(user);
        source.setPassword(password);
        source.setConnectTimeout(2);
        source.setSocketTimeout(5);
        return source;
    }
}
