package io.candletrace.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * A throw-away PostgreSQL for every {@code @QuarkusTest}: empty when the tests' JVM starts, gone when it ends. {@code main}
 * does not run in tests, so this stands in for the embedded database.
 *
 * <p>Give every such test {@code @WithTestResource(PostgresResource.class)} and no profile of its own: Quarkus then boots once.
 */
public final class PostgresResource implements QuarkusTestResourceLifecycleManager {
    private static final String USER = "postgres";

    @Override
    public Map<String, String> start() {
        return configuration(Shared.SERVER);
    }

    /** What a service needs to use this server. */
    public static Map<String, String> configuration(EmbeddedPostgres server) {
        var address = "localhost:" + server.getPort() + "/postgres";
        return Map.of(
                "quarkus.datasource.jdbc.url",
                "jdbc:postgresql://" + address,
                "quarkus.datasource.reactive.url",
                "postgresql://" + address,
                "quarkus.datasource.username",
                USER,
                "quarkus.datasource.password",
                USER);
    }

    /** Does nothing: a test class that asks later shares the server, and its own hook stops it with the JVM. */
    @Override
    public void stop() {}

    private static final class Shared {
        static final EmbeddedPostgres SERVER = open();

        private static EmbeddedPostgres open() {
            try {
                return EmbeddedPostgres.start();
            } catch (IOException failure) {
                throw new UncheckedIOException("the tests' PostgreSQL did not start", failure);
            }
        }
    }
}
