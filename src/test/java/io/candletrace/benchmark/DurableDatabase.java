package io.candletrace.benchmark;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;

/** A PostgreSQL that waits for its disk at every commit, as one in use does: the one that tests start does not. */
final class DurableDatabase {
    private static final String ON = "on";

    private DurableDatabase() {}

    /**
     * Starts it.
     *
     * @param settings of the server, by name
     */
    static EmbeddedPostgres start(Map<String, String> settings) throws IOException, SQLException {
        var builder = EmbeddedPostgres.builder().setServerConfig("fsync", ON).setServerConfig("synchronous_commit", ON);
        settings.forEach(builder::setServerConfig);
        var database = builder.start();
        try (var connection = database.getPostgresDatabase().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select current_setting('fsync') = 'on' and current_setting('synchronous_commit') = 'on'")) {
            if (!rows.next() || !rows.getBoolean(1)) {
                database.close();
                throw new IOException("the database does not wait for its disk");
            }
        }
        return database;
    }
}
