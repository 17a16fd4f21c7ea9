package io.candletrace.embedded;

import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jboss.logging.Logger;

/** A running PostgreSQL on the data of a folder. */
final class Server {
    private static final Logger LOG = Logger.getLogger(Server.class);

    /** Recovery after a crash replays what the last checkpoint's interval wrote. */
    private static final Duration STARTS_WITHIN = Duration.ofSeconds(60);

    private static final Duration STOPS_WITHIN = Duration.ofSeconds(20);
    private static final int ORPHAN_TRIES = 50;
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(100);

    private final DataDirectory directory;
    private final Programs programs;
    private final int port;

    private Server(DataDirectory directory, Programs programs, int port) {
        this.directory = directory;
        this.programs = programs;
        this.port = port;
    }

    /** Takes over the server that runs on the data, or starts one when none does. */
    static Server run(DataDirectory directory, Credentials credentials) throws IOException, InterruptedException {
        var programs = Programs.unpack(directory.programs());
        var running = Postmaster.serving(directory.data(), credentials);
        if (running.isPresent()) {
            return new Server(directory, programs, running.get().port());
        }
        return start(directory, programs);
    }

    /** Where it listens, on loopback. */
    int port() {
        return port;
    }

    /** Ends its connections and stops it; one that takes longer than usual is waited for by the next start. */
    void stop() throws IOException, InterruptedException {
        var seconds = STOPS_WITHIN.toSeconds();
        programs.run(directory.log(), "pg_ctl", "stop", "-m", "fast", "-w", "-t", seconds, "-D", directory.data());
    }

    private static Server start(DataDirectory directory, Programs programs) throws IOException, InterruptedException {
        endOrphans(directory.programs());
        Files.deleteIfExists(Postmaster.file(directory.data()));
        Files.deleteIfExists(directory.log());
        if (Files.notExists(directory.data())) {
            make(directory, programs);
        }
        var port = freePort();
        var options = "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c timezone=UTC";
        var ended = programs.run(
                directory.log(),
                "pg_ctl",
                "start",
                "-w",
                "-t",
                STARTS_WITHIN.toSeconds(),
                "-D",
                directory.data(),
                "-l",
                directory.log(),
                "-o",
                options);
        requireSuccess(ended, directory.log());
        return new Server(directory, programs, port);
    }

    /** Made aside and moved when it is whole: a first start that was killed leaves nothing that looks like a database. */
    private static void make(DataDirectory directory, Programs programs) throws IOException, InterruptedException {
        LOG.infof("first start: making a database in %s", directory.data());
        Trees.delete(directory.draft());
        var ended = programs.run(
                directory.log(),
                "initdb",
                "-D",
                directory.draft(),
                "-U",
                Credentials.USER,
                "-E",
                "UTF8",
                "--locale=C",
                "--auth=scram-sha-256",
                "--pwfile=" + directory.passwordFile());
        requireSuccess(ended, directory.log());
        Files.move(directory.draft(), directory.data());
    }

    /** Waits for the processes of a server that died without them: while one holds its memory, no new one starts. */
    private static void endOrphans(Path programs) throws InterruptedException {
        for (var tries = 0; tries < ORPHAN_TRIES; tries++) {
            var orphans = Processes.running(programs);
            if (orphans.isEmpty()) {
                return;
            }
            Processes.awaitEnd(orphans.getFirst(), BETWEEN_TRIES);
        }
        Processes.running(programs).forEach(ProcessHandle::destroyForcibly);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    private static void requireSuccess(int ended, Path log) throws IOException {
        if (ended == 0) {
            return;
        }
        var said = Files.readAllLines(log).stream()
                .filter(line -> line.contains("FATAL:") || line.contains("error:"))
                .findFirst()
                .orElse("it ended with " + ended);
        throw new ServiceException(
                FailureReason.DATABASE_UNAVAILABLE,
                "the embedded PostgreSQL did not start: " + said + " (more in " + log + ")");
    }
}
