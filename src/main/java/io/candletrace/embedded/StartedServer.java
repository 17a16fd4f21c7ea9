package io.candletrace.embedded;

import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/** A server of this process's own. */
final class StartedServer implements Server {
    /** Recovery after a crash replays at most what a checkpoint's interval wrote. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Duration ORPHANS_END = Duration.ofSeconds(5);

    private static final Logger LOG = Logger.getLogger(StartedServer.class);

    private final EmbeddedPostgres postgres;

    private StartedServer(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    /** Starts a server on the data, which it makes when there is none. Nobody else may be running on it. */
    static StartedServer on(DataDirectory directory, String password) throws IOException, InterruptedException {
        endOrphans(directory.programs());
        Files.deleteIfExists(Postmaster.file(directory.data()));
        try {
            if (Files.notExists(directory.data())) {
                make(directory, password);
            }
            return new StartedServer(
                    builder(directory, directory.data(), password).start());
        } catch (IOException | IllegalStateException failure) {
            throw new ServiceException(
                    FailureReason.DATABASE_UNAVAILABLE,
                    "the embedded PostgreSQL did not start: " + reason(directory.log(), failure),
                    failure);
        }
    }

    @Override
    public int port() {
        return postgres.getPort();
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }

    /** Made aside and moved when it is whole: a first start that was killed leaves nothing that looks like a database. */
    private static void make(DataDirectory directory, String password) throws IOException {
        LOG.infof("first start: making a database in %s", directory.data());
        directory.discardDraft();
        builder(directory, directory.draft(), password).start().close();
        Files.move(directory.draft(), directory.data());
    }

    private static EmbeddedPostgres.Builder builder(DataDirectory directory, Path data, String password)
            throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setOverrideWorkingDirectory(directory.programs().toFile())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(PATIENCE)
                .setOutputRedirector(Redirect.to(directory.log().toFile()))
                // These become options of initdb, where the later one counts: a password from the first moment on.
                .setLocaleConfig("auth", "scram-sha-256")
                .setLocaleConfig("pwfile", directory.passwordFile().toString())
                .setLocaleConfig("locale", "C")
                .setConnectConfig("password", password)
                // A library for tests trades durability for speed; this data is kept.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "");
    }

    /** The processes of a server that died without them; a new one refuses to start while one of them holds its memory. */
    private static void endOrphans(Path programs) throws InterruptedException {
        var orphans = ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .command()
                        .filter(command -> Path.of(command).startsWith(programs))
                        .isPresent())
                .toList();
        var gone = CompletableFuture.allOf(
                orphans.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new));
        try {
            gone.get(ORPHANS_END.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException stuck) {
            orphans.forEach(ProcessHandle::destroyForcibly);
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String reason(Path log, Exception failure) throws IOException {
        if (Files.notExists(log)) {
            return Objects.toString(failure.getMessage());
        }
        return Files.readAllLines(log).stream()
                        .filter(line -> line.contains("FATAL") || line.contains("error:"))
                        .findFirst()
                        .orElseGet(() -> Objects.toString(failure.getMessage()))
                + " (more in " + log + ")";
    }
}
