package io.candletrace.embedded;

import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import java.io.IOException;

/** A running PostgreSQL. */
sealed interface Server extends AutoCloseable permits StartedServer, AdoptedServer {
    /** Where it listens, on loopback. */
    int port();

    /** Stops it. */
    @Override
    void close() throws IOException;

    /** Takes over the server that runs on the data, or starts one when none does. */
    static Server run(DataDirectory directory, String user, String password) throws IOException {
        try {
            var adopted = AdoptedServer.of(directory, user, password);
            return adopted.isPresent() ? adopted.get() : StartedServer.on(directory, password);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new ServiceException(
                    FailureReason.DATABASE_UNAVAILABLE, "interrupted while the database started", interruption);
        }
    }
}
