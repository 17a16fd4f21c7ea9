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
    private static final String USER = "postgres";

    private final DataDirectory directory;
    private final Server server;
    private final String password;

    private EmbeddedDatabase(DataDirectory directory, Server server, String password) {
        this.directory = directory;
        this.server = server;
        this.password = password;
    }

    /**
     * Starts the database kept in the folder, or takes over the one that an earlier service left running there. Fails with
     * {@code MISCONFIGURED} when another service holds the folder and {@code DATABASE_UNAVAILABLE} when the server does not
     * start, with the reason the server gave.
     */
    public static EmbeddedDatabase start(Path folder) {
        try {
            var directory = DataDirectory.hold(folder);
            try {
                var password = Files.readString(directory.passwordFile());
                var server = Server.run(directory, USER, password);
                LOG.infof("embedded PostgreSQL on 127.0.0.1:%d, kept in %s", server.port(), directory.data());
                return new EmbeddedDatabase(directory, server, password);
            } catch (IOException | RuntimeException failure) {
                directory.close();
                throw failure;
            }
        } catch (IOException failure) {
            throw new ServiceException(
                    FailureReason.MISCONFIGURED,
                    "cannot keep the embedded database in " + folder + ": " + failure.getMessage(),
                    failure);
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
                USER,
                "quarkus.datasource.password",
                password);
    }

    /** Stops the server and lets go of the folder. Nobody may be using the database any more. */
    @Override
    public void close() {
        try (directory) {
            server.close();
        } catch (IOException failure) {
            throw new ServiceException(FailureReason.DATABASE_UNAVAILABLE, "the database did not stop", failure);
        }
    }
}
