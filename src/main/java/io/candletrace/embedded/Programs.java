package io.candletrace.embedded;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's own programs for this operating system.
 *
 * @param directory where they are unpacked
 */
record Programs(Path directory) {
    private static final int ANYONE_EXECUTES = 0b001_001_001;
    private static final int NAME_CHARACTERS = 16;

    /** Unpacks the archive that comes with the service below the folder, unless an earlier start has done it. */
    static Programs unpack(Path folder) throws IOException {
        var archive = archive();
        var unpacked = folder.resolve(nameOf(archive));
        if (Files.notExists(unpacked)) {
            var draft = folder.resolve("new");
            Trees.delete(draft);
            unpack(archive, Files.createDirectories(draft));
            Files.move(draft, unpacked);
        }
        return new Programs(unpacked);
    }

    /** Runs a program to its end, whatever it says going to the file, and answers how it ended: 0 is well. */
    int run(Path output, String program, Object... arguments) throws IOException, InterruptedException {
        // PostgreSQL refuses to run as root; in a user namespace of its own it does not see that it does.
        var prefix = LinuxUtils.isUnshareAvailable() ? List.of("unshare", "-U") : List.<String>of();
        var command = Stream.of(
                        prefix.stream(),
                        Stream.of(directory.resolve("bin").resolve(program).toString()),
                        Stream.of(arguments).map(Object::toString))
                .flatMap(words -> words)
                .toList();
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(output.toFile()))
                .start()
                .waitFor();
    }

    private static byte[] archive() throws IOException {
        var name = System.getProperty("os.name");
        var system = name.startsWith("Windows") ? "Windows" : name.startsWith("Mac") ? "Darwin" : "Linux";
        try (var archive = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, System.getProperty("os.arch"))) {
            return archive.readAllBytes();
        } catch (IllegalStateException missing) {
            throw new IOException("this build brings no PostgreSQL for " + name + " along", missing);
        }
    }

    private static String nameOf(byte[] archive) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(archive);
            return HexFormat.of().formatHex(digest).substring(0, NAME_CHARACTERS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void unpack(byte[] archive, Path target) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(new ByteArrayInputStream(archive)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, target.resolve(entry.getName()));
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path file) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.resolveSibling("."));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, file);
        if ((entry.getMode() & ANYONE_EXECUTES) != 0 && !file.toFile().setExecutable(true)) {
            throw new IOException("cannot make " + file + " executable");
        }
    }
}
