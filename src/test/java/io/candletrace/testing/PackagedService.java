package io.candletrace.testing;

import static org.awaitility.Awaitility.await;

import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The packaged service as a process of its own, with nothing configured but what a test says. */
public final class PackagedService implements AutoCloseable {
    private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");
    private static final Pattern LISTENING = Pattern.compile("Listening on: http://127\\.0\\.0\\.1:(\\d+)");
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Process process;

    private PackagedService(Process process) {
        this.process = process;
    }

    /** Starts it, for a short life, and waits until it listens; RestAssured asks it from then on. */
    public static PackagedService start(Map<String, String> configuration) {
        return start(configuration, List.of("-XX:TieredStopAtLevel=1"));
    }

    /** The same with every compiler, which takes longer to start and pays for those who measure. */
    public static PackagedService startToMeasure(Map<String, String> configuration) {
        return start(configuration, List.of());
    }

    private static PackagedService start(Map<String, String> configuration, List<String> flags) {
        try {
            var log = Files.createTempFile(Path.of("target"), "service", ".log");
            var builder = new ProcessBuilder(command(configuration, flags))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment()
                    .keySet()
                    .removeIf(name -> name.startsWith("QUARKUS_") || name.startsWith("CANDLETRACE_"));
            var service = new PackagedService(builder.start());
            RestAssured.port = service.port(log);
            return service;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Ends it as a crash would: no hook runs. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Ends it as an operator would. */
    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }

    private static List<String> command(Map<String, String> configuration, List<String> flags) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        configuration.forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.addAll(List.of("-Dquarkus.http.port=0", "-jar", JAR.toString()));
        return command;
    }

    private int port(Path log) {
        return await().atMost(PATIENCE)
                .until(
                        () -> {
                            if (!process.isAlive()) {
                                throw new AssertionError("the service ended: " + Files.readString(log));
                            }
                            var found = LISTENING.matcher(Files.readString(log));
                            return found.find() ? Integer.parseInt(found.group(1)) : 0;
                        },
                        port -> port > 0);
    }
}
