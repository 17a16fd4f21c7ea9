package io.candletrace.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The server process that a data directory names.
 *
 * @param process it, alive when it was looked up
 * @param port where it listens
 */
record Postmaster(ProcessHandle process, int port) {
    private static final int PORT_LINE = 3;

    /** The server that runs on the data, if its {@code postmaster.pid} names one that is alive and a PostgreSQL. */
    static Optional<Postmaster> of(Path data) throws IOException {
        var file = file(data);
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        var lines = Files.readAllLines(file);
        if (lines.size() <= PORT_LINE || !isNumber(lines.getFirst()) || !isNumber(lines.get(PORT_LINE))) {
            return Optional.empty();
        }
        var port = Integer.parseInt(lines.get(PORT_LINE).strip());
        return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                .filter(Postmaster::isPostgres)
                .map(process -> new Postmaster(process, port));
    }

    /** Where a server writes who it is. */
    static Path file(Path data) {
        return data.resolve("postmaster.pid");
    }

    /** Numbers of processes are used again: one that another program has by now is not a server. */
    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .filter(command -> Path.of(command).getFileName().toString().startsWith("postgres"))
                .isPresent();
    }

    private static boolean isNumber(String line) {
        return line.strip().matches("\\d{1,9}");
    }
}
