package io.candletrace.launch;

import io.candletrace.embedded.DatabaseChoice;
import io.candletrace.embedded.EmbeddedDatabase;
import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.quarkus.runtime.Application;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Starts the service, and before it the database when none is configured. */
@QuarkusMain
public final class Main {
    /** Set while this process runs a database of its own: live reload comes here again and finds it running. */
    private static final String RUNNING = "candletrace.embedded.running";

    private Main() {}

    /** Runs until the process is told to stop. A start that cannot succeed says why in one line and exits with 1. */
    public static void main(String... arguments) {
        try {
            prepare(ConfigProvider.getConfig());
        } catch (ServiceException refusal) {
            System.err.println("candletrace: " + refusal.detail());
            System.exit(1);
        }
        Quarkus.run(arguments);
    }

    private static void prepare(Config config) {
        if (Boolean.getBoolean(RUNNING)) {
            return;
        }
        if (DatabaseChoice.of(config) instanceof DatabaseChoice.Embedded embedded) {
            var database = EmbeddedDatabase.start(embedded.directory());
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(database), "embedded-database"));
            database.settings().forEach(System::setProperty);
            System.setProperty(RUNNING, "true");
        }
        if (LaunchMode.current() == LaunchMode.NORMAL) {
            requireFreePort(config);
        }
    }

    /** Hooks run side by side: the service still writes while it stops, so its database waits for it. */
    private static void stop(EmbeddedDatabase database) {
        var application = Application.currentApplication();
        if (application != null) {
            application.awaitShutdown();
        }
        database.close();
    }

    private static void requireFreePort(Config config) {
        var host = config.getValue("quarkus.http.host", String.class);
        var port = config.getValue("quarkus.http.port", Integer.class);
        try (var socket = new ServerSocket(port, 1, InetAddress.getByName(host))) {
            socket.getLocalPort();
        } catch (IOException taken) {
            throw new ServiceException(
                    FailureReason.MISCONFIGURED,
                    "cannot listen on " + host + ":" + port + " (" + taken.getMessage()
                            + "): set quarkus.http.port to a free port",
                    taken);
        }
    }
}
