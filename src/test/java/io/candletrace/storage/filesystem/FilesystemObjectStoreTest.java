package io.candletrace.storage.filesystem;

import static org.assertj.core.api.Assertions.assertThat;

import io.candletrace.failure.FailureReason;
import io.candletrace.storage.ObjectKey;
import io.candletrace.storage.ObjectStore;
import io.candletrace.storage.ObjectStoreContract;
import io.candletrace.testing.StorageSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesystemObjectStoreTest extends ObjectStoreContract {
    private static final ObjectKey KEY = new ObjectKey("snapshots/one");

    @TempDir
    private Path parent;

    @Override
    protected ObjectStore store() {
        return new FilesystemObjectStore(StorageSettings.folder(folder()));
    }

    @Override
    protected void overwrite(ObjectKey key, byte[] content) throws IOException {
        Files.write(folder().resolve(key.value()), content);
    }

    @Test
    void leavesNothingBesideTheObject() throws IOException {
        // When
        done(store().put(KEY, bytes(10), "text/plain"));

        // Then
        try (var files = Files.list(folder().resolve("snapshots"))) {
            assertThat(files).containsExactly(folder().resolve("snapshots/one"));
        }
    }

    @Test
    void doesNotWriteAnIdenticalObjectAgain_butMakesItYoung() throws IOException {
        // Given
        var longAgo = FileTime.from(Instant.parse("2001-01-01T00:00:00Z"));
        var file = folder().resolve("snapshots/one");
        done(store().put(KEY, bytes(10), "text/plain"));
        Files.setLastModifiedTime(file, longAgo);
        var written = Files.getAttribute(file, "unix:ino");

        // When
        done(store().put(KEY, bytes(10), "text/plain"));

        // Then
        assertThat(Files.getAttribute(file, "unix:ino")).isEqualTo(written);
        assertThat(Files.getLastModifiedTime(file)).isGreaterThan(longAgo);
    }

    @Test
    void isUnavailable_whenItsFolderIsAFile() throws IOException {
        // Given
        Files.writeString(folder(), "in the way");

        // When
        var failure = failure(store().put(KEY, bytes(10), "text/plain"));

        // Then
        assertThat(failure.reason()).isEqualTo(FailureReason.STORE_UNAVAILABLE);
        assertThat(failure.detail()).contains("snapshots/one", "candletrace.storage.filesystem.directory");
        assertThat(failure).hasCauseInstanceOf(IOException.class);
        assertThat(failure(store().check()).reason()).isEqualTo(FailureReason.STORE_UNAVAILABLE);
    }

    private Path folder() {
        return parent.resolve("objects");
    }
}
