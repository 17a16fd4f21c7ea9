package io.candletrace.fault;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One process of the packaged service, always on the same port, with proxies of its own to whatever it uses. */
final class Replica implements AutoCloseable {
    private static final Path LOGS = Path.of("target", "faults");
    private static final Duration START = Duration.ofSeconds(180);

    private final String name;
    private final TcpProxy database;
    private final TcpProxy store;
    private final TcpProxy model;
    private final int port = Ports.free();
    private Map<String, String> configuration = Map.of();
    private Map<String, String> environment = Map.of();
    private volatile Optional<Process> process = Optional.empty();

    Replica(String name, TcpProxy database, TcpProxy store, TcpProxy model) {
        this.name = name;
        this.database = database;
        this.store = store;
        this.model = model;
    }

    TcpProxy database() {
        return database;
    }

    TcpProxy store() {
        return store;
    }

    TcpProxy model() {
        return model;
    }

    Api api() {
        return new Api(port);
    }

    int port() {
        return port;
    }

    /** What the next start is told. */
    void configure(Map<String, String> settings) {
        configuration = Map.copyOf(settings);
        environment = Map.of();
    }

    /** Which variables the process gets at the next start, until it is configured again. */
    Replica in(Map<String, String> variables) {
        environment = Map.copyOf(variables);
        return this;
    }

    boolean isConfigured(Map<String, String> settings) {
        return configuration.equals(settings) && environment.isEmpty();
    }

    /** Starts it and waits until it says that it is ready. */
    Replica start() {
        launch();
        return awaitReady();
    }

    /** Starts it and ends it at once, for the archive of classes that makes every later start of any replica quick. */
    void archive() {
        if (!Packaged.isArchived()) {
            launch(Packaged.archiving());
            awaitReady();
            terminate();
            awaitEnd();
        }
    }

    /** Starts it and does not wait. */
    void launch() {
        launch(Packaged.arguments());
    }

    private void launch(List<String> arguments) {
        try {
            Files.createDirectories(LOGS);
            var builder = new ProcessBuilder(command(arguments))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
            builder.environment()
                    .keySet()
                    .removeIf(key -> key.startsWith("QUARKUS_") || key.startsWith("CANDLETRACE_"));
            builder.environment().putAll(environment);
            process = Optional.of(builder.start());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    Replica awaitReady() {
        await(name + " should become ready: see " + log())
                .atMost(START)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> {
                    if (!isAlive()) {
                        throw new AssertionError(name + " ended: see " + log());
                    }
                    return api().ready();
                });
        return this;
    }

    boolean isAlive() {
        return process.filter(Process::isAlive).isPresent();
    }

    /** SIGKILL: no hook runs. Its connections end with it. */
    void kill() {
        process.ifPresent(running -> running.destroyForcibly().onExit().join());
    }

    /** SIGTERM, without waiting for its end. */
    void terminate() {
        process.ifPresent(Process::destroy);
    }

    void awaitEnd() {
        process.ifPresent(running -> running.onExit().join());
    }

    /** SIGSTOP: it does not run, and does not know. */
    void suspend() {
        signal("-STOP");
    }

    /** SIGCONT. */
    void resume() {
        signal("-CONT");
    }

    @Override
    public void close() {
        kill();
        List.of(database, store, model).forEach(TcpProxy::close);
    }

    @Override
    public String toString() {
        return name;
    }

    private void signal(String signal) {
        var pid = Long.toString(process.orElseThrow().pid());
        try {
            var ended = new ProcessBuilder("kill", signal, pid).start().onExit().join();
            if (ended.exitValue() != 0) {
                throw new IllegalStateException("kill " + signal + " " + pid + " answered " + ended.exitValue());
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Path log() {
        return LOGS.resolve(name + ".log");
    }

    private List<String> command(List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(Packaged.FLAGS);
        configuration.forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.add("-Dquarkus.http.port=" + port);
        command.addAll(arguments);
        return command;
    }
}
