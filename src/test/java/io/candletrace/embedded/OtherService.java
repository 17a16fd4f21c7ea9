package io.candletrace.embedded;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Another process that runs an embedded database, so that a test can have a second service, and kill it. */
final class OtherService implements AutoCloseable {
    private final Process process;
    private final BufferedReader output;

    private OtherService(Process process) {
        this.process = process;
        this.output = process.inputReader();
    }

    static OtherService on(Path folder) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        var command = List.of(java, "-cp", classes, OtherService.class.getName(), folder.toString());
        return new OtherService(new ProcessBuilder(command)
                .redirectError(new File("target/other-service.log"))
                .start());
    }

    /** Its database's URL, or why it has none. */
    String says() throws IOException {
        return String.valueOf(output.readLine());
    }

    long pid() {
        return process.pid();
    }

    /** As {@code kill -9} does: none of its hooks run. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }

    static void main(String... arguments) throws IOException {
        try {
            System.out.println(
                    EmbeddedDatabase.start(Path.of(arguments[0])).settings().get("quarkus.datasource.jdbc.url"));
        } catch (RuntimeException refusal) {
            System.out.println(refusal.getMessage());
        }
        // Runs until it is killed.
        System.in.read();
    }
}
