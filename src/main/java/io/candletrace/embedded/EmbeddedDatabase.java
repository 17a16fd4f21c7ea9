package io.candletrace.embedded;

import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * A real PostgreSQL beside the service, for when none is configured. What it committed survives restarts and a {@code kill -9}
 * of the service, of the server, or of both. It listens on loopback only and asks for a password that lies, readable by its
 * owner alone, beside the data.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(EmbeddedDatabase.class);

    private final DataDirectory directory;
    private final Server server;
    private final Credentials credentials;

    private EmbeddedDatabase(DataDirectory directory, Server server, Credentials credentials) {
        this.directory = directory;
        this.server = server;
        this.credentials = credentials;
    }

    /**
     * Starts the database kept in the folder, or takes over the one that an earlier service left running there. Fails with
     * {@code MISCONFIGURED} when another service holds the folder or it cannot be used, and with {@code DATABASE_UNAVAILABLE}
     * when the server does not start, with the reason the server gave.
     */
    public static EmbeddedDatabase start(Path folder) {
        try {
            var directory = DataDirectory.hold(folder);
            try {
                return start(directory);
            } catch (IOException | RuntimeException failure) {
                directory.close();
                throw failure;
            }
        } catch (IOException failure) {
            throw new ServiceException(
                    FailureReason.MISCONFIGURED, "cannot keep a database in " + folder + ": " + failure, failure);
        }
    }

    /** Where it can be reached, as Quarkus wants to be told: both URLs, the user and the password. */
    public Map<String, String> settings() {
        var address = "://127.0.0.1:" + server.port() + "/postgres";
        return Map.of(
                "quarkus.datasource.jdbc.url",
                "jdbc:postgresql" + address,
                "quarkus.datasource.reactive.url",
                "postgresql" + address,
                "quarkus.datasource.username",
                Credentials.USER,
                "quarkus.datasource.password",
                credentials.password());
    }

    /** Stops the server and lets go of the folder. Nobody should be using the database any more. */
    @Override
    public void close() {
        try (directory) {
            server.stop();
        } catch (IOException failure) {
            throw new ServiceException(FailureReason.DATABASE_UNAVAILABLE, "the database was not stopped", failure);
        } catch (InterruptedException interruption) {
            // It goes on stopping, and the next start waits for it.
            Thread.currentThread().interrupt();
        }
    }

    private static EmbeddedDatabase start(DataDirectory directory) throws IOException {
        try {
            var credentials = new Credentials(Files.readString(directory.passwordFile()));
            var server = Server.run(directory, credentials);
            LOG.infof("embedded PostgreSQL on 127.0.0.1:%d, kept in %s", server.port(), directory.data());
            return new EmbeddedDatabase(directory, server, credentials);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new ServiceException(
                    FailureReason.DATABASE_UNAVAILABLE, "interrupted while the database started", interruption);
        }
    }
}
