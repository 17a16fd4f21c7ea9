package io.candletrace.embedded;

import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/** The folder that keeps the embedded database, held by one service at a time and readable by its user only. */
final class DataDirectory implements AutoCloseable {
    /** Beyond the text, because Windows lets nobody read what is locked. */
    private static final long LOCKED_BYTE = 1 << 20;

    private static final int PASSWORD_BYTES = 24;

    private final Path root;
    private final FileChannel lock;

    private DataDirectory(Path root, FileChannel lock) {
        this.root = root;
        this.lock = lock;
    }

    /** Takes the folder, and makes it when it is not there. Fails with {@code MISCONFIGURED} when another service holds it. */
    static DataDirectory hold(Path directory) throws IOException {
        var root = Files.createDirectories(directory).toRealPath();
        closeToOthers(root);
        var channel = FileChannel.open(
                root.resolve("service.pid"),
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        if (lock(channel).isEmpty()) {
            var holder = read(channel);
            channel.close();
            throw new ServiceException(
                    FailureReason.MISCONFIGURED,
                    root + " is in use by process " + holder
                            + ": stop it, or set candletrace.embedded.directory to another folder");
        }
        write(channel, Long.toString(ProcessHandle.current().pid()));
        return new DataDirectory(root, channel);
    }

    /** PostgreSQL's own files. */
    Path data() {
        return root.resolve("postgres");
    }

    /** Where a new database is made. */
    Path draft() {
        return root.resolve("postgres.new");
    }

    /** Where its programs are unpacked: beside the data, because temporary folders are swept under a running server. */
    Path programs() {
        return root.resolve("programs");
    }

    /** What the server says; each start begins it anew. */
    Path log() {
        return root.resolve("postgres.log");
    }

    /** The file of the server's password, chosen at random when there is none yet. */
    Path passwordFile() throws IOException {
        var file = root.resolve("postgres.password");
        if (Files.notExists(file)) {
            var password = new byte[PASSWORD_BYTES];
            new SecureRandom().nextBytes(password);
            // A temporary file is its owner's alone wherever the file system knows owners.
            var draft = Files.createTempFile(root, "postgres", ".password");
            Files.writeString(draft, HexFormat.of().formatHex(password));
            Files.move(draft, file);
        }
        return file;
    }

    /** Lets another service have the folder. */
    @Override
    public void close() throws IOException {
        lock.close();
    }

    private static void closeToOthers(Path root) throws IOException {
        var owners = Files.getFileAttributeView(root, PosixFileAttributeView.class);
        if (owners != null) {
            owners.setPermissions(PosixFilePermissions.fromString("rwx------"));
        }
    }

    private static Optional<FileLock> lock(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock(LOCKED_BYTE, 1, false));
        } catch (OverlappingFileLockException heldByThisProcess) {
            return Optional.empty();
        }
    }

    private static String read(FileChannel channel) throws IOException {
        var text = ByteBuffer.allocate(20);
        channel.read(text, 0);
        return new String(text.array(), 0, text.position(), StandardCharsets.US_ASCII).strip();
    }

    private static void write(FileChannel channel, String text) throws IOException {
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)), 0);
    }
}
