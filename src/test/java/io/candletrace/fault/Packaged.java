package io.candletrace.fault;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How the packaged service is run so that it starts quickly and often: the jars of the package as a plain class path, since
 * only classes of the JVM's own loaders can come from an archive, and an archive that the first run leaves behind.
 */
final class Packaged {
    /** Little memory, and the quick compiler only. */
    static final List<String> FLAGS =
            List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:-UsePerfData", "-Xlog:disable");

    private static final Path APPLICATION = Path.of("target", "quarkus-app");
    private static final Path ARCHIVE = Path.of("target", "faults", "service.jsa");
    private static final String MAIN = "io.candletrace.launch.Main";

    private Packaged() {}

    /** The class path and the class to run; without an archive when there is none of these jars yet. */
    static List<String> arguments() {
        var arguments = new ArrayList<String>();
        if (isArchived()) {
            arguments.add("-XX:SharedArchiveFile=" + ARCHIVE);
        }
        arguments.addAll(List.of("-cp", classPath(), MAIN));
        return arguments;
    }

    /** The class path and the class to run; a regular end leaves the archive behind. */
    static List<String> archiving() {
        return List.of("-XX:ArchiveClassesAtExit=" + ARCHIVE, "-cp", classPath(), MAIN);
    }

    /** Whether there is an archive made after the package was. */
    static boolean isArchived() {
        return ARCHIVE.toFile().lastModified()
                > APPLICATION.resolve("quarkus-run.jar").toFile().lastModified();
    }

    private static String classPath() {
        return Stream.of("quarkus", "app", "lib/boot", "lib/main")
                .flatMap(folder -> jars(APPLICATION.resolve(folder)))
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Stream<Path> jars(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList().stream();
        } catch (IOException failure) {
            throw new UncheckedIOException("the service should be packaged", failure);
        }
    }
}
