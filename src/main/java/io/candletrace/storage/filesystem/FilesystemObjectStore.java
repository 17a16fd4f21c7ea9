package io.candletrace.storage.filesystem;

import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.storage.ObjectKey;
import io.candletrace.storage.ObjectStore;
import io.candletrace.storage.StorageConfig;
import io.candletrace.storage.Verification;
import io.candletrace.thread.Hop;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Objects as files of a folder: written aside, forced to disk, moved into place, read again. */
@Singleton
@Identifier("filesystem")
public class FilesystemObjectStore implements ObjectStore {
    private final Path directory;
    private final String bucket;

    /** The folder that the configuration names; it is made when the first object is. */
    @Inject
    public FilesystemObjectStore(StorageConfig config) {
        directory = config.filesystem().directory().toAbsolutePath().normalize();
        bucket = config.bucket();
    }

    @Override
    public String bucket() {
        return bucket;
    }

    @Override
    public Uni<Void> put(ObjectKey key, byte[] content, String mediaType) {
        return Hop.blocking(() -> write(key, content));
    }

    @Override
    public Uni<Optional<byte[]>> find(ObjectKey key) {
        return Hop.blocking(() -> read(key));
    }

    @Override
    public Uni<List<Listed>> list(String after, int limit) {
        return Hop.blocking(() -> new FolderListing(directory).after(after, limit));
    }

    @Override
    public Uni<Void> delete(ObjectKey key) {
        return Hop.blocking(() -> {
            try {
                Files.deleteIfExists(path(key));
            } catch (IOException undeletable) {
                throw unavailable("delete " + key, undeletable);
            }
        });
    }

    @Override
    public Uni<Void> check() {
        return Hop.blocking(this::requireWritable);
    }

    private void write(ObjectKey key, byte[] content) {
        try {
            var there = read(key).filter(bytes -> Arrays.equals(bytes, content));
            if (there.isEmpty() || !touched(path(key))) {
                new DurableFile(directory, directory.relativize(path(key))).write(content);
            }
        } catch (IOException unwritable) {
            throw unavailable("write " + key, unwritable);
        }
        Verification.requireSame(key, content, read(key));
    }

    /** Who writes what is there already is about to name it: its age begins anew. */
    private static boolean touched(Path path) throws IOException {
        try {
            Files.setLastModifiedTime(path, FileTime.from(Instant.now()));
            return true;
        } catch (NoSuchFileException goneBetween) {
            return false;
        }
    }

    private Optional<byte[]> read(ObjectKey key) {
        try {
            return Optional.of(Files.readAllBytes(path(key)));
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw unavailable("read " + key, unreadable);
        }
    }

    private void requireWritable() {
        try {
            Files.createDirectories(directory);
            Files.delete(Files.createTempFile(directory, ".check", null));
        } catch (IOException unusable) {
            throw unavailable("write into its folder", unusable);
        }
    }

    /** A key's syntax leaves no way out of the folder; this holds even if the syntax is ever widened. */
    private Path path(ObjectKey key) {
        var path = directory.resolve(key.value()).normalize();
        if (!path.startsWith(directory)) {
            throw new IllegalArgumentException("a key names a file inside the folder, was " + key);
        }
        return path;
    }

    private static ServiceException unavailable(String what, IOException cause) {
        return new ServiceException(
                FailureReason.STORE_UNAVAILABLE,
                "the object store could not " + what + " (" + cause.getClass().getSimpleName()
                        + "); it should be able to, see candletrace.storage.filesystem.directory",
                cause);
    }
}
