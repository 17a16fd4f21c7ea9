package io.candletrace.testing;

import io.candletrace.storage.StorageConfig;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * The storage's configuration with its defaults, but for what a test is about.
 *
 * @param kind which store
 * @param bucket its bucket
 * @param directory the folder of a filesystem store
 */
public record StorageSettings(Kind kind, String bucket, Path directory) implements StorageConfig {
    /** A folder. */
    public static StorageSettings folder(Path directory) {
        return new StorageSettings(Kind.FILESYSTEM, "trading-charts", directory);
    }

    /** A bucket at an S3 endpoint. */
    public static StorageSettings bucket(String bucket) {
        return new StorageSettings(Kind.S3, bucket, Path.of("unused"));
    }

    @Override
    public Optional<URI> publicUrl() {
        return Optional.empty();
    }

    @Override
    public Filesystem filesystem() {
        return () -> directory;
    }

    @Override
    public S3 s3() {
        return new Endpoint();
    }

    private record Endpoint() implements S3 {
        @Override
        public Duration connectTimeout() {
            return Duration.ofSeconds(5);
        }

        @Override
        public Duration requestTimeout() {
            return Duration.ofSeconds(30);
        }

        @Override
        public int retries() {
            return 2;
        }

        @Override
        public int concurrency() {
            return 16;
        }
    }
}
